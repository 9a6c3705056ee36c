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

    /** {@return that no run of a rated year has come to its end yet} */
    public static CycleException nothingPublished(int year) {
        return new CycleException(
                "No run of " + year + " has been completed yet; finish it first: mera rerun --year " + year);
    }

    /** {@return that a company is not in the register} */
    public static CycleException unknownCompany(int year, String company) {
        return new CycleException("The company " + company + " is not in the register of " + year
                + "; check its number, or run again if it is new");
    }
}
