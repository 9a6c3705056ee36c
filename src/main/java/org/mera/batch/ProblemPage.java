package org.mera.batch;

import java.util.List;
import java.util.Map;
import org.mera.csv.Problem;
import org.mera.csv.Severity;
import org.mera.cycle.Revision;

/**
 * Some of the problems of a year.
 *
 * @param revision   that they are of
 * @param published  whether it is; else what has been found up to now is told
 * @param problems   in the order of problems.csv
 * @param total      how many fit what was asked for
 * @param byCode     how many there are in all of each code, the most frequent first
 * @param bySeverity how many there are in all
 */
public record ProblemPage(
        Revision revision,
        boolean published,
        List<Problem> problems,
        long total,
        Map<String, Integer> byCode,
        Map<Severity, Integer> bySeverity) {

    public ProblemPage {
        problems = List.copyOf(problems);
    }

    /** {@return how many are errors} */
    public int errors() {
        return bySeverity.getOrDefault(Severity.ERROR, 0);
    }

    /** {@return how many are warnings} */
    public int warnings() {
        return bySeverity.getOrDefault(Severity.WARNING, 0);
    }
}
