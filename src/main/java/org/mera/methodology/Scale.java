package org.mera.methodology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The scores that a cell may have: 0, step, 2 × step … maximum. A score is counted in units of one step, so that sums are whole numbers:
 * on the scale 0 / 0,5 / 1 a unit is a half-point.
 *
 * @param step     with at most one decimal
 * @param maximum  a multiple of the step
 * @param meanings what each score means, from 0 upwards; empty where the methodology does not say
 */
public record Scale(BigDecimal step, BigDecimal maximum, List<LocalizedText> meanings) {

    public Scale {
        if (step.signum() <= 0
                || step.stripTrailingZeros().scale() > 1
                || maximum.compareTo(step) < 0
                || maximum.remainder(step).signum() != 0
                || maximum.divideToIntegralValue(step).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "A scale has a step of at most one decimal and a maximum of 1 to 100 steps, not " + step + " and "
                            + maximum);
        }
        meanings = List.copyOf(meanings);
        int scores = maximum.divideToIntegralValue(step).intValueExact() + 1;
        if (!meanings.isEmpty() && meanings.size() != scores) {
            throw new IllegalArgumentException(
                    "A scale of " + scores + " scores has as many meanings or none, not " + meanings.size());
        }
    }

    public Scale(BigDecimal step, BigDecimal maximum) {
        this(step, maximum, List.of());
    }

    /** {@return what a score means} Empty where the methodology does not say. */
    public Optional<LocalizedText> meaning(int units) {
        return meanings.isEmpty() ? Optional.empty() : Optional.of(meanings.get(units));
    }

    /** {@return the highest score, in units} */
    public int maximumUnits() {
        return maximum.divideToIntegralValue(step).intValueExact();
    }

    /**
     * {@return the score in units that a plain decimal means} Comma or point; {@code 0,50} and {@code 1.0} are sound. Empty where the text is no
     * plain decimal or its value is not on the scale.
     */
    public OptionalInt units(String text) {
        if (text.length() == 1 && text.charAt(0) == '0') {
            return OptionalInt.of(0);
        }
        return isPlainDecimal(text) ? unitsOf(new BigDecimal(text.replace(',', '.'))) : OptionalInt.empty();
    }

    /** {@return points with one decimal and a point, as files write them: 75 units of 0,5 are {@code 37.5}} */
    public String points(int units) {
        return step.multiply(BigDecimal.valueOf(units)).setScale(1).toPlainString();
    }

    private OptionalInt unitsOf(BigDecimal value) {
        if (value.compareTo(maximum) > 0 || value.remainder(step).signum() != 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.divideToIntegralValue(step).intValueExact());
    }

    private static boolean isPlainDecimal(String text) {
        int digits = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if ((c == ',' || c == '.') && marks == 0 && i > 0 && i < text.length() - 1) {
                marks++;
            } else {
                return false;
            }
        }
        return digits > 0 && text.length() <= 40;
    }
}
