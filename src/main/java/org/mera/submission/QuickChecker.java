package org.mera.submission;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.mera.csv.FieldCharacters;
import org.mera.methodology.Methodology;

/**
 * Sees at a glance that a submission is sound, as nearly all are, without making an object of each of its cells, and what is to be verified in it.
 * It never says what is wrong: what is not plainly sound it leaves to the {@link Checker}, and what it calls sound the Checker accepts with the same
 * warnings. Not thread-safe; one serves many companies.
 */
final class QuickChecker {

    private final Methodology methodology;
    private final LocalDate cutoff;
    private final TableForm form;
    private final ScoreWarnings scores;
    private final int year;
    /** Of each layout: the files of a form nearly all share theirs. */
    private final IdentityHashMap<Layout, TableIndices> indices = new IdentityHashMap<>();

    private final QuickDocuments documents;
    private final QuickNumbers numbers = new QuickNumbers();
    private final FieldCharacters characters = new FieldCharacters();
    private final PlainCitations plainCitations = new PlainCitations();
    private final CitationFinder citations = new CitationFinder();

    /**
     * Checks against a register and with documents.
     *
     * @param year   the rated year
     * @param cutoff the last date that a cited document may bear
     */
    QuickChecker(Methodology methodology, int year, LocalDate cutoff) {
        this.methodology = methodology;
        this.cutoff = cutoff;
        this.form = new TableForm(methodology);
        this.scores = new ScoreWarnings(form);
        this.year = year;
        this.documents = new QuickDocuments(CompanyRecords.heading(methodology.identification()), cutoff);
    }

    /** {@return what became of the submission, if it is sound} Empty where that is not plain. Of warnings it has those about what is to be verified. */
    Optional<Outcome> check(CompanyFile file) {
        List<RegisterEntry> entries = file.entries();
        if (entries.size() != 1 || !entries.get(0).problems().isEmpty()) {
            return Optional.empty();
        }
        DocumentLists lists = documents.read(file).orElseGet(() -> readThoroughly(file));
        if (!lists.isSound()) {
            return Optional.empty();
        }
        QuickEvidence evidence = new QuickEvidence(form, characters, plainCitations, citations, lists);
        QuickTables tables = new QuickTables(form, year, file.company(), numbers, evidence);
        return readAll(file, tables) ? tables.outcome(scores, CountingWarnings.isDesk(entries)) : Optional.empty();
    }

    private DocumentLists readThoroughly(CompanyFile file) {
        CompanyRecords records = new CompanyRecords(methodology.identification(), file.company());
        return new DocumentReader(records, new DocumentRules(cutoff), true).read(file.parts());
    }

    private boolean readAll(CompanyFile file, QuickTables tables) {
        Part previous = null;
        for (int i = 0; i < file.parts().size(); i++) {
            Part part = file.parts().get(i);
            if (part.layout().form() == Form.TABLE) {
                boolean together = previous != null && CompanyRecords.areAdjacent(previous, part);
                TableIndices at =
                        indices.computeIfAbsent(part.layout(), layout -> TableIndices.of(layout, methodology));
                if (!tables.read(part, at, file.entries().size() + i, together)) {
                    return false;
                }
                previous = part;
            }
        }
        return true;
    }
}
