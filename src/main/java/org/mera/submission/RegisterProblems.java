package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** What is wrong with a company's lines of the register. */
final class RegisterProblems {

    private RegisterProblems() {}

    /** {@return the problems of its lines, and that there are two or more: at the second and later ones, naming the first} */
    static List<Problem> of(List<RegisterEntry> entries, String heading) {
        List<Problem> problems = new ArrayList<>(0);
        for (int i = 0; i < entries.size(); i++) {
            RegisterEntry entry = entries.get(i);
            problems.addAll(entry.problems());
            if (i > 0) {
                RegisterEntry first = entries.get(0);
                problems.add(Problem.of(ProblemCode.DUPLICATE_COMPANY, entry.file(), entry.line())
                        .withCompany(entry.id())
                        .withColumn(heading)
                        .withValue(entry.id())
                        .withDetails(first.file(), Integer.toString(first.line())));
            }
        }
        return problems;
    }
}
