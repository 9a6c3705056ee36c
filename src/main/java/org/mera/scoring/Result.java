package org.mera.scoring;

import java.util.Arrays;

/**
 * The scores that count, summed, in units of the scale.
 *
 * @param columnSums  by column of the methodology
 * @param sectionSums by section, all columns
 * @param total       of all columns
 */
public record Result(int[] columnSums, int[] sectionSums, int total) {

    public Result {
        if (Arrays.stream(columnSums).sum() != total
                || Arrays.stream(sectionSums).sum() != total) {
            throw new IllegalArgumentException("The sums of columns and of sections make the total");
        }
    }
}
