package org.mera.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Counts what two assessors gave the same cells, for Cohen's kappa with linear weights (J. Cohen: Weighted kappa. Psychological Bulletin 70,
 * 1968): with these weights the sum of the differences and each assessor's own distribution say all that is needed.
 */
final class KappaCount {

    private final long[] first;
    private final long[] second;
    private long pairs;
    private long equal;
    private long difference;

    /** @param maximum the highest score, in units */
    KappaCount(int maximum) {
        this.first = new long[maximum + 1];
        this.second = new long[maximum + 1];
    }

    void add(int byFirst, int bySecond) {
        first[byFirst]++;
        second[bySecond]++;
        pairs++;
        equal += byFirst == bySecond ? 1 : 0;
        difference += Math.abs(byFirst - bySecond);
    }

    long pairs() {
        return pairs;
    }

    long equal() {
        return equal;
    }

    /** 1 − observed / expected disagreement, exactly, and rounded once. */
    Coefficient kappa() {
        if (pairs == 0) {
            return Coefficient.NO_CELLS;
        }
        BigInteger expected = expected();
        if (expected.signum() == 0) {
            return Coefficient.ALL_EQUAL;
        }
        BigInteger observed = BigInteger.valueOf(pairs).multiply(BigInteger.valueOf(difference));
        return Coefficient.of(new BigDecimal(expected.subtract(observed))
                .divide(new BigDecimal(expected), Coefficient.DECIMALS, RoundingMode.HALF_UP));
    }

    /** The disagreement of all pairs that the two distributions could make: the distance i to i + 1 is passed by those with an end on either side. */
    private BigInteger expected() {
        BigInteger expected = BigInteger.ZERO;
        long firstBelow = 0;
        long secondBelow = 0;
        for (int score = 0; score < first.length - 1; score++) {
            firstBelow += first[score];
            secondBelow += second[score];
            expected = expected.add(product(firstBelow, pairs - secondBelow))
                    .add(product(pairs - firstBelow, secondBelow));
        }
        return expected;
    }

    private static BigInteger product(long left, long right) {
        return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
    }
}
