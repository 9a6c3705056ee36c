package org.mera.submission;

import java.util.List;
import java.util.Optional;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;

/**
 * What became of a submission that was checked: all that is stored of it but the records themselves.
 *
 * @param tables   every assessor's, by file and place
 * @param problems all of them, in no particular order
 */
public record Outcome(String company, Submission.Status status, List<AssessedTable> tables, List<Problem> problems) {

    public Outcome {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    /** {@return what became of a submission} */
    static Outcome of(Submission submission, Places places, Methodology methodology) {
        int criteria = methodology.criterionCount();
        int columns = methodology.columns().size();
        return new Outcome(
                submission.company(),
                submission.status(),
                submission.tables().stream()
                        .map(table -> new AssessedTable(
                                table.assessor(),
                                table.expert(),
                                table.counts(),
                                table.faulty(),
                                places.of(table.file(), table.firstLine()),
                                PackedScores.pack(table.lines(), criteria, columns),
                                PackedRecords.pack(table, places, criteria)))
                        .toList(),
                submission.problems());
    }

    /** {@return the Table whose scores count} Empty where there is none. */
    public Optional<AssessedTable> counting() {
        return tables.stream().filter(AssessedTable::counts).findFirst();
    }
}
