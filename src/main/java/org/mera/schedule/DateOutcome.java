package org.mera.schedule;

import java.util.Arrays;
import java.util.Locale;

/** What became of a date. */
public enum DateOutcome {
    /** The run goes on. */
    RUNNING,
    COMPLETED,
    FAILED,
    /** The run could not begin. */
    NOT_STARTED,
    /** The cycle was being run already. */
    BUSY,
    /** The cycle is approved: there is nothing to run any more. */
    APPROVED,
    /** No server was up, and the job file says to skip such dates. */
    MISSED;

    /** {@return the word that tables and pages use} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DateOutcome of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No outcome of a date: " + word));
    }
}
