package org.mera.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How far assessors agree, and what that rests on.
 *
 * @param pairs pairs of scores of one cell by two assessors
 * @param equal how many of these pairs are of equal scores
 * @param kappa Cohen's, weighted linearly over the scale
 * @param alpha Krippendorff's, with the interval metric over the scale
 */
public record AgreementFigures(long pairs, long equal, Coefficient kappa, Coefficient alpha) {

    static final AgreementFigures NONE = new AgreementFigures(0, 0, Coefficient.NO_CELLS, Coefficient.NO_CELLS);

    public AgreementFigures {
        if (equal < 0 || equal > pairs) {
            throw new IllegalArgumentException(equal + " of " + pairs + " pairs of scores cannot be equal");
        }
    }

    /** {@return the share of pairs that are equal, in percent, two decimals, half-up} Empty where there is no pair. */
    public Optional<BigDecimal> percentEqual() {
        return pairs == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(equal)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(pairs), 2, RoundingMode.HALF_UP));
    }
}
