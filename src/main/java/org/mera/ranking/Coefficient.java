package org.mera.ranking;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A coefficient of agreement: 1 where all agree, 0 where they agree no more than by chance.
 *
 * @param value three decimals, half-up; null where it is not defined
 */
public record Coefficient(State state, @Nullable BigDecimal value) {

    /** Why there is a value, or none. */
    public enum State {
        DEFINED,
        /** Nothing was scored twice. */
        NO_CELLS,
        /** All scores are one and the same: there is nothing that could have differed. */
        ALL_EQUAL,
        /** It is defined for two assessors only, and these are more. */
        ONLY_FOR_TWO
    }

    static final int DECIMALS = 3;
    static final Coefficient NO_CELLS = new Coefficient(State.NO_CELLS, null);
    static final Coefficient ALL_EQUAL = new Coefficient(State.ALL_EQUAL, null);
    static final Coefficient ONLY_FOR_TWO = new Coefficient(State.ONLY_FOR_TWO, null);

    public Coefficient {
        if ((state == State.DEFINED) != (value != null)) {
            throw new IllegalArgumentException("A coefficient that is defined has a value, and no other");
        }
    }

    static Coefficient of(BigDecimal value) {
        return new Coefficient(State.DEFINED, Objects.requireNonNull(value));
    }

    /** {@return the value} Empty where it is not defined. */
    public Optional<BigDecimal> defined() {
        return Optional.ofNullable(value);
    }
}
