package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.mera.csv.Problem;

/** What is wrong with a company's lines of the register. */
final class RegisterProblems {

    private RegisterProblems() {}

    /** {@return the problems of its lines, and that there are two or more: at the second and later ones, naming the first} */
    static List<Problem> of(List<RegisterEntry> entries, String heading) {
        List<Problem> problems = new ArrayList<>(Register.duplicates(entries, heading));
        entries.forEach(entry -> problems.addAll(entry.problems()));
        return problems;
    }
}
