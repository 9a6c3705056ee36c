package org.mera.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** What is found out about a company of the register only when all files are known. */
public final class Register {

    private Register() {}

    /**
     * {@return a problem {@code duplicate-company} for each line of the register after the company's first}
     *
     * @param entries of one company, by file (code points) and line
     * @param field   the one that identifies: {@code inn} or {@code id}
     */
    public static List<Problem> duplicates(List<RegisterEntry> entries, String field) {
        List<Problem> problems = new ArrayList<>();
        for (RegisterEntry entry : entries.subList(Math.min(1, entries.size()), entries.size())) {
            RegisterEntry first = entries.get(0);
            if (!entry.id().equals(first.id())) {
                throw new IllegalArgumentException("Lines of two companies: " + first.id() + " and " + entry.id());
            }
            problems.add(Problem.of(ProblemCode.DUPLICATE_COMPANY, entry.file(), entry.line())
                    .withCompany(entry.id())
                    .withColumn(field)
                    .withValue(entry.id())
                    .withDetails(first.file(), Integer.toString(first.line())));
        }
        return problems;
    }

    /**
     * {@return the problem {@code no-submission} of a registered company of whose Table no line was read}
     *
     * @param entry    the company's first line of the register
     * @param rejected the rejected files that mention the company
     */
    public static Problem noSubmission(RegisterEntry entry, Collection<String> rejected) {
        Problem problem = Problem.of(ProblemCode.NO_SUBMISSION, entry.file(), entry.line())
                .withCompany(entry.id());
        return rejected.isEmpty()
                ? problem
                : problem.withVariant("rejected-file")
                        .withDetails(rejected.stream()
                                .distinct()
                                .sorted(CodePoints.ORDER)
                                .collect(Collectors.joining(", ")));
    }
}
