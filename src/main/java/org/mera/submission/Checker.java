package org.mera.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mera.csv.Problem;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;

/**
 * Checks what was handed in for one company, by the rules of the Table that a program can check. It reads nothing but what it is given, changes
 * nothing, and may be used by many threads.
 *
 * <p>A fault is an error in the Table that counts and in the documents that this Table cites; anywhere else it is a warning. The problems of the
 * company's lines of the register are among those found. What is to be verified, in the Table that counts and for no other, is warned of.
 */
public final class Checker {

    private final Methodology methodology;
    private final int year;
    private final LocalDate cutoff;
    private final boolean registerKnown;
    private final boolean documentsKnown;
    private final TableForm form;
    private final List<TableCheck> checks;
    private final CountingWarnings warnings;

    /**
     * Checks against a register and with documents.
     *
     * @param year   the rated year
     * @param cutoff the last date that a cited document may bear
     */
    public Checker(Methodology methodology, int year, LocalDate cutoff) {
        this(methodology, year, cutoff, true, true);
    }

    private Checker(
            Methodology methodology, int year, LocalDate cutoff, boolean registerKnown, boolean documentsKnown) {
        this.methodology = methodology;
        this.year = year;
        this.cutoff = cutoff;
        this.registerKnown = registerKnown;
        this.documentsKnown = documentsKnown;
        form = new TableForm(methodology);
        checks = List.of(
                new CompletenessCheck(form),
                new SumCheck(form),
                new EvidenceCheck(form, documentsKnown),
                new DirectionCheck(form));
        warnings = new CountingWarnings(form, year);
    }

    /** {@return a checker that has no register, so that no company is unknown} */
    public Checker withoutRegister() {
        return new Checker(methodology, year, cutoff, false, documentsKnown);
    }

    /** {@return a checker that has no lists of documents, so that no document is unknown} */
    public Checker withoutDocuments() {
        return new Checker(methodology, year, cutoff, registerKnown, false);
    }

    /** {@return the submission, with every problem found in it} */
    public Submission check(CompanyFile file) {
        Identification identification = methodology.identification();
        boolean registered = !registerKnown || !file.entries().isEmpty();
        CompanyRecords records = new CompanyRecords(identification, file.company());
        DocumentLists documents = new DocumentReader(records, new DocumentRules(cutoff), registered).read(file.parts());
        TableReader reader =
                new TableReader(records, form, new LineReader(form, documents), file.company(), year, registered);
        List<ParsedTable> tables = reader.read(file.parts());
        tables.forEach(table -> checks.forEach(check -> check.check(table)));
        CountingTable counting = CountingTable.among(tables, reader.hasUnknownAssessor());

        List<Problem> problems =
                new ArrayList<>(RegisterProblems.of(file.entries(), CompanyRecords.heading(identification)));
        problems.addAll(reader.problems());
        problems.addAll(counting.problems());
        ParsedTable counts = counting.table();
        problems.addAll(documents.problems(counts == null ? Set.of() : counts.cited()));
        for (ParsedTable table : tables) {
            if (!registered) {
                problems.add(records.unknownCompany(table.file(), table.firstLine()));
            }
            table.problems().forEach(problem -> problems.add(table == counts ? problem : problem.asWarning()));
        }
        problems.addAll(warnings.of(counts, tables, file.entries()));
        return new Submission(
                file.company(),
                status(reader.hasLines(), problems),
                tables.stream().map(table -> table.table(table == counts)).toList(),
                documents.sources(),
                problems);
    }

    private static Submission.Status status(boolean handedIn, List<Problem> problems) {
        if (!handedIn) {
            return Submission.Status.NOT_HANDED_IN;
        }
        return problems.stream().anyMatch(Problem::isError) ? Submission.Status.REJECTED : Submission.Status.ACCEPTED;
    }
}
