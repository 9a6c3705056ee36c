package org.mera.cycle;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What was asked of a cycle cannot be done: another methodology, another rating, nothing to do again. The message is one line for the user. */
public final class CycleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CycleException(String message) {
        super(message);
    }

    private CycleException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return that what papers are to be printed by is not there} */
    public static CycleException noPaperSource(Path place) {
        return new CycleException("What the job names for its papers is not there: " + place
                + "; put it there, or correct reports: or official-texts: in the job file");
    }

    /** {@return that what papers are to be printed by cannot be read} */
    public static CycleException unreadablePaperSource(Path place, IOException cause) {
        String reason = cause instanceof AccessDeniedException ? "no permission" : String.valueOf(cause.getMessage());
        return new CycleException(
                "What the job names for its papers cannot be read: " + place + " (" + reason + ")", cause);
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
