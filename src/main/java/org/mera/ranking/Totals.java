package org.mera.ranking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Totals of companies, in units: four bytes each, so that a group for every company is no burden either. */
final class Totals {

    private int[] totals = new int[4];
    private int count;

    void add(int total) {
        if (count == totals.length) {
            totals = Arrays.copyOf(totals, 2 * count);
        }
        totals[count++] = total;
    }

    int count() {
        return count;
    }

    long sum() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += totals[i];
        }
        return sum;
    }

    /** {@return mean, median, spread and extremes} Empty where there is no company. */
    Optional<Summary> summary(Measure measure) {
        if (count == 0) {
            return Optional.empty();
        }
        int[] sorted = Arrays.copyOf(totals, count);
        Arrays.sort(sorted);
        return Optional.of(new Summary(
                measure.mean(sum(), count),
                measure.mean((long) sorted[(count - 1) / 2] + sorted[count / 2], 2),
                measure.meanRoot(varianceTimesCountSquared(), count),
                measure.mean(sorted[0], 1),
                measure.mean(sorted[count - 1], 1)));
    }

    /** n·Σx² − (Σx)²: whole, so that nothing is rounded before the root. */
    private BigInteger varianceTimesCountSquared() {
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            squares = squares.add(BigInteger.valueOf((long) totals[i] * totals[i]));
        }
        BigInteger sum = BigInteger.valueOf(sum());
        return squares.multiply(BigInteger.valueOf(count)).subtract(sum.multiply(sum));
    }
}
