package org.mera.scoring;

import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.submission.AssessedTable;
import org.mera.submission.PackedScores;
import org.mera.submission.Table;

/**
 * One assessor's scores for every criterion in every column.
 *
 * @param scores in units of the scale, a byte a cell, criterion by criterion, column by column; complete and sound
 */
public record Assessment(byte[] scores) {

    /**
     * {@return the scores of a Table}
     *
     * @throws IllegalArgumentException when a criterion is missing or a score is not on the scale
     */
    public static Assessment of(Methodology methodology, AssessedTable table) {
        return of(methodology, table.scores());
    }

    /**
     * {@return the scores of a Table as it was handed in}
     *
     * @throws IllegalArgumentException when a criterion is missing or a score is not on the scale
     */
    public static Assessment of(Methodology methodology, Table table) {
        return of(
                methodology,
                PackedScores.pack(
                        table.lines(),
                        methodology.criterionCount(),
                        methodology.columns().size()));
    }

    private static Assessment of(Methodology methodology, byte[] scores) {
        int columns = methodology.columns().size();
        if (scores.length != methodology.criterionCount() * columns) {
            throw new IllegalArgumentException(scores.length + " scores in " + columns + " columns");
        }
        int maximum = methodology.scale().maximumUnits();
        for (int cell = 0; cell < scores.length; cell++) {
            if ((scores[cell] & 0xff) > maximum) {
                throw new IllegalArgumentException(
                        "Criterion " + (cell / columns + 1) + " has no score on the scale in every column");
            }
        }
        return new Assessment(scores);
    }

    /**
     * {@return the scores of a criterion by column}
     *
     * @param columns how many there are
     */
    public int[] scores(int criterion, int columns) {
        return PackedScores.of(scores, criterion, columns);
    }

    /** {@return what these scores are worth when they count} Sums by column and section, and the total, in units of the scale. */
    public Result result(Methodology methodology) {
        int[] columnSums = new int[methodology.columns().size()];
        int[] sectionSums = new int[methodology.sections().size()];
        int total = 0;
        int cell = 0;
        for (int section = 0; section < sectionSums.length; section++) {
            Section current = methodology.sections().get(section);
            for (int i = 0; i < current.criteria().size(); i++) {
                for (int column = 0; column < columnSums.length; column++) {
                    int score = scores[cell++] & 0xff;
                    columnSums[column] += score;
                    sectionSums[section] += score;
                    total += score;
                }
            }
        }
        return new Result(columnSums, sectionSums, total);
    }
}
