package org.mera.scoring;

/**
 * The scores that count, summed, in units of the scale.
 *
 * @param columnSums  by column of the methodology
 * @param sectionSums by section, all columns
 * @param total       of all columns
 */
public record Result(int[] columnSums, int[] sectionSums, int total) {

    public Result {
        if (sum(columnSums) != total || sum(sectionSums) != total) {
            throw new IllegalArgumentException("The sums of columns and of sections make the total");
        }
    }

    private static int sum(int[] sums) {
        int sum = 0;
        for (int one : sums) {
            sum += one;
        }
        return sum;
    }
}
