package org.mera.submission;

/**
 * How much a check holds in memory before it gives up. A run holds its inbox in the database; a check of files that somebody has sent has nothing
 * but the memory of the process that answers him.
 *
 * @param findings     the most lines of registers, ranges of companies' lines and problems that are met while the files are read
 * @param problems     the most problems in all
 * @param companyBytes the most bytes of the lines of one company
 */
public record CheckLimits(long findings, long problems, long companyBytes) {

    /** For files of one's own, on one's own computer. */
    public static final CheckLimits NONE = new CheckLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    void requireFindings(long found) {
        if (found > findings) {
            throw new TooMuchToCheckException("The files hold more than " + findings
                    + " lines of different companies or problems; check them in smaller parts");
        }
    }

    void requireProblems(long found) {
        if (found > problems) {
            throw new TooMuchToCheckException(
                    "The files have more than " + problems + " problems; check a part of them first");
        }
    }

    void requireCompany(String company, long bytes) {
        if (bytes > companyBytes) {
            throw new TooMuchToCheckException("The lines of " + company + " have " + bytes
                    + " bytes, which is more than the " + companyBytes + " that are checked here");
        }
    }
}
