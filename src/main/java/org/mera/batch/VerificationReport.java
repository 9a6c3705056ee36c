package org.mera.batch;

import java.util.List;
import java.util.Map;
import org.mera.committee.VerificationCounts;
import org.mera.csv.Problem;

/**
 * What became of a verification file.
 *
 * @param file     as it was named
 * @param problems of the file, warnings among them; with an error nothing was taken
 * @param taken    what the file says
 * @param standing what stands of the year after it
 */
public record VerificationReport(
        int year,
        String file,
        Map<String, String> headings,
        List<Problem> problems,
        VerificationCounts taken,
        VerificationCounts standing) {

    public VerificationReport {
        headings = Map.copyOf(headings);
        problems = List.copyOf(problems);
    }

    /** {@return whether the verifications were taken} */
    public boolean isTaken() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
