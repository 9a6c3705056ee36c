package org.mera.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mera.csv.Problem;

/**
 * What was handed in for one company and one rated year, checked.
 *
 * @param status    whether it counts
 * @param tables    every assessor's, by file and place
 * @param documents every list's, by file and place, repeats left out
 * @param problems  all of them, in no particular order
 */
public record Submission(
        String company, Status status, List<Table> tables, List<SourceDocument> documents, List<Problem> problems) {

    /** What became of a submission. */
    public enum Status {
        /** A Table was handed in and nothing that counts has an error. */
        ACCEPTED,
        /** A Table was handed in, and an error keeps the company out of the ranking. */
        REJECTED,
        /** No line of a Table was read for the company. */
        NOT_HANDED_IN;

        /** {@return the word that files and messages use} */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Submission {
        tables = List.copyOf(tables);
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /**
     * {@return the same, with the problem {@code no-submission} where a registered company has handed in nothing}
     *
     * @param file          what was checked
     * @param rejectedFiles the rejected files that mention the company
     */
    public Submission withAbsence(CompanyFile file, Collection<String> rejectedFiles) {
        if (status != Status.NOT_HANDED_IN || file.entries().isEmpty()) {
            return this;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(Register.noSubmission(file.entries().get(0), rejectedFiles));
        return new Submission(company, status, tables, documents, all);
    }

    /** {@return the Table whose scores count} Empty where there is none. */
    public Optional<Table> counting() {
        return tables.stream().filter(Table::counts).findFirst();
    }
}
