package org.mera.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what any number of assessors gave the same cells, for Krippendorff's alpha with the interval metric (K. Krippendorff: Computing
 * Krippendorff's Alpha-Reliability, 2011). That metric, the square of a difference of scores, needs sums and sums of squares only. A cell that
 * fewer than two have scored pairs with nothing and is left out.
 */
final class AlphaCount {

    private final Map<Integer, Long> differencesBySize = new TreeMap<>();
    private long values;
    private long sum;
    private long squares;

    /** Adds the first {@code size} of these scores, which are of one cell. */
    void add(int[] scores, int size) {
        if (size < 2) {
            return;
        }
        long cellSum = 0;
        long cellSquares = 0;
        for (int i = 0; i < size; i++) {
            cellSum += scores[i];
            cellSquares += (long) scores[i] * scores[i];
        }
        values += size;
        sum += cellSum;
        squares += cellSquares;
        long differences = size * cellSquares - cellSum * cellSum;
        if (differences > 0) {
            differencesBySize.merge(size, differences, Long::sum);
        }
    }

    /** 1 − observed / expected disagreement, exactly, and rounded once. */
    Coefficient alpha() {
        if (values == 0) {
            return Coefficient.NO_CELLS;
        }
        BigInteger expected = BigInteger.valueOf(values)
                .multiply(BigInteger.valueOf(squares))
                .subtract(BigInteger.valueOf(sum).pow(2));
        if (expected.signum() == 0) {
            return Coefficient.ALL_EQUAL;
        }
        BigInteger common = common();
        BigInteger observed = BigInteger.ZERO;
        for (Map.Entry<Integer, Long> each : differencesBySize.entrySet()) {
            observed = observed.add(
                    BigInteger.valueOf(each.getValue()).multiply(common.divide(BigInteger.valueOf(each.getKey() - 1))));
        }
        BigInteger denominator = expected.multiply(common);
        return Coefficient.of(new BigDecimal(denominator.subtract(observed.multiply(BigInteger.valueOf(values - 1))))
                .divide(new BigDecimal(denominator), Coefficient.DECIMALS, RoundingMode.HALF_UP));
    }

    /** A cell's differences are divided by the number of its scores less one; this can be divided by all of those. */
    private BigInteger common() {
        BigInteger common = BigInteger.ONE;
        for (int size : differencesBySize.keySet()) {
            BigInteger divisor = BigInteger.valueOf(size - 1);
            common = common.divide(common.gcd(divisor)).multiply(divisor);
        }
        return common;
    }
}
