package org.mera.cycle;

import org.jspecify.annotations.Nullable;

/** What was asked of a cycle cannot be done: another methodology, another rating, nothing to do again. The message is one line for the user. */
public final class CycleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CycleException(String message) {
        super(message);
    }

    /**
     * {@return that there is no run which could be done again}
     *
     * @param year of which there is none; null: there is none at all
     */
    public static CycleException nothingRun(@Nullable Integer year) {
        return new CycleException(
                year == null
                        ? "Nothing has been run yet; begin with: mera run JOB.yaml"
                        : "Nothing has been run for " + year + " yet; begin with: mera run JOB.yaml --year " + year);
    }
}
