package org.mera.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.mera.methodology.Scale;

/** What whole units of the scale are worth as points, or in percent of a maximum: two decimals, half-up, rounded once. */
final class Measure {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal worth;
    private final BigDecimal units;

    private Measure(BigDecimal worth, BigDecimal units) {
        this.worth = worth;
        this.units = units;
    }

    static Measure points(Scale scale) {
        return new Measure(scale.step(), BigDecimal.ONE);
    }

    static Measure percentOf(int maximumUnits) {
        return new Measure(HUNDRED, BigDecimal.valueOf(maximumUnits));
    }

    /** {@return what a share of these units is worth: {@code sum / count}} */
    BigDecimal mean(long sum, long count) {
        return share(BigDecimal.valueOf(sum), count);
    }

    /** {@return the same of the square root of a number of units squared} */
    BigDecimal meanRoot(BigInteger squared, long count) {
        return share(new BigDecimal(squared).sqrt(MathContext.DECIMAL128), count);
    }

    private BigDecimal share(BigDecimal sum, long count) {
        return sum.multiply(worth).divide(units.multiply(BigDecimal.valueOf(count)), 2, RoundingMode.HALF_UP);
    }
}
