package org.mera.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a company about a score, answered, and found.
 *
 * @param criterion null where the whole company is asked about
 * @param column    as the problems name it: the number of a column of the Table or a field; empty where the criterion is asked about
 * @param verifier  who asked
 * @param date      null where it is still open and none is given
 */
public record Verification(
        String company,
        @Nullable Integer criterion,
        String column,
        String request,
        String answer,
        Outcome outcome,
        String verifier,
        @Nullable LocalDate date) {

    /** What was found. */
    public enum Outcome {
        CONFIRMED,
        CHANGED,
        OPEN
    }
}
