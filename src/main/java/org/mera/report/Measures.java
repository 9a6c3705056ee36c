package org.mera.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;

/** Units of a methodology's scale as the reader writes points and percentages. */
final class Measures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Methodology methodology;
    private final PaperNumbers numbers;

    /** There are few of them and very many companies: each is laid out once. */
    private final @Nullable String[] points;

    Measures(Methodology methodology, PaperNumbers numbers) {
        this.methodology = methodology;
        this.numbers = numbers;
        this.points = new @Nullable String[methodology.totalMaximum() + 1];
    }

    /** {@return points with one decimal} */
    String points(int units) {
        String known = points[units];
        if (known == null) {
            known = numbers.points(methodology.scale(), units);
            points[units] = known;
        }
        return known;
    }

    /** {@return the same of several} */
    List<String> all(int[] units) {
        return Arrays.stream(units).mapToObj(this::points).toList();
    }

    /** {@return half units as points, with as many decimals as they need but at least one} */
    String halfUnits(int halfUnits) {
        BigDecimal points = methodology
                .scale()
                .step()
                .multiply(BigDecimal.valueOf(halfUnits))
                .divide(BigDecimal.valueOf(2));
        BigDecimal plain = points.stripTrailingZeros();
        return numbers.decimal(plain.setScale(Math.max(1, plain.scale())).toPlainString());
    }

    /** {@return the indicator of a total, two decimals} */
    String indicator(int total) {
        return numbers.percent(methodology.indicator(total));
    }

    /** {@return a share in percent, two decimals, half-up} */
    String percent(int part, int whole) {
        return numbers.percent(share(part, whole));
    }

    /** {@return the same in hundredths of a percent} */
    static int hundredths(int part, int whole) {
        return share(part, whole).unscaledValue().intValueExact();
    }

    /** {@return a percentage as files write it in the reader's notation} */
    String percent(String plain) {
        return numbers.decimal(plain);
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
