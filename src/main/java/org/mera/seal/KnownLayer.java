package org.mera.seal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mera.export.Layer;
import org.mera.submission.Assessor;

/**
 * One assessor's scores and where they stand, as compact as may be: a recomputation holds those of all companies.
 *
 * @param first   the record of the first criterion
 * @param records null where all criteria stand one behind the other, as nearly all do
 * @param scores  in units, criterion by criterion, column by column; −1 where blank or not on the scale
 */
record KnownLayer(
        Assessor assessor,
        String expert,
        boolean counts,
        boolean faulty,
        String file,
        int first,
        int @Nullable [] records,
        byte[] scores) {

    /** {@return the layer that stands at these records, 0 where a criterion is missing} */
    static KnownLayer of(
            Assessor assessor,
            String expert,
            boolean counts,
            boolean faulty,
            String file,
            int[] records,
            byte[] scores) {
        boolean consecutive = records[0] > 0;
        for (int i = 1; i < records.length; i++) {
            consecutive &= records[i] == records[0] + i;
        }
        return new KnownLayer(assessor, expert, counts, faulty, file, records[0], consecutive ? null : records, scores);
    }

    /** {@return the layer as it is written} */
    Layer layer(int criteria) {
        int[] known = records;
        if (known == null) {
            known = new int[criteria];
            Arrays.setAll(known, i -> first + i);
        }
        return new Layer(assessor, expert, counts, faulty, file, known, scores);
    }

    /** {@return whether every cell has a score on the scale} */
    boolean isSound(int maximumUnits) {
        for (byte score : scores) {
            if (score < 0 || score > maximumUnits) {
                return false;
            }
        }
        return true;
    }
}
