package org.mera.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.scoring.Assessment;
import org.mera.scoring.Decisions;
import org.mera.submission.Assessor;
import org.mera.submission.CitedSources;
import org.mera.submission.Directions;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/** Makes of a company's Tables and documents, as they were handed in, what its report prints. */
final class CompanyPaperMaker {

    private final Methodology methodology;
    private final PaperCycle cycle;
    private final Decisions decisions;
    private final Peers peers;

    CompanyPaperMaker(Methodology methodology, Ranking ranking, PaperCycle cycle, Decisions decisions) {
        this.methodology = methodology;
        this.cycle = cycle;
        this.decisions = decisions;
        this.peers = Peers.of(methodology, ranking);
    }

    CompanyPaper.Medians medians() {
        return peers.medians();
    }

    /** {@return what is printed of these Tables and documents} */
    CompanyPaper paper(RankedCompany ranked, List<Table> tables, List<SourceDocument> handedIn) {
        String company = ranked.company().id();
        Table counting = tables.stream()
                .filter(Table::counts)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(company + " is ranked, but no Table of it counts"));
        @Nullable Table own = own(tables);
        Assessment expert = Assessment.of(methodology, counting);
        Assessment scores = new Assessment(decisions.counting(methodology, company, expert.scores()));
        List<SourceDocument> documents = inOrder(handedIn);
        Reading reading = new Reading(methodology, documents, scores);
        List<CompanyPaper.Line> lines = reading.lines(counting);
        return new CompanyPaper(
                cycle,
                ranked,
                peers.overall(ranked),
                peers.participation(ranked),
                peers.industry(ranked),
                peers.medians(),
                counting.expert(),
                lines,
                own == null || own.faulty() ? null : Assessment.of(methodology, own),
                own != null && own.faulty(),
                reading.documents(),
                tables.stream().map(this::layer).toList(),
                decisions.changes(methodology, company, expert.scores()),
                decisions.classHistory(company));
    }

    /** {@return the company's own Table} The sound one where there are several; null where it did not score itself. */
    private static @Nullable Table own(List<Table> tables) {
        Table own = null;
        for (Table table : tables) {
            if (table.assessor() == Assessor.COMPANY && (own == null || own.faulty())) {
                own = table;
            }
        }
        return own;
    }

    /** Where in its file a Table stands is not printed: that changes with every line that others put before it. */
    private CompanyPaper.Layer layer(Table table) {
        Integer total = table.faulty()
                ? null
                : (Integer)
                        Assessment.of(methodology, table).result(methodology).total();
        return new CompanyPaper.Layer(table.assessor(), table.expert(), table.counts(), table.file(), total);
    }

    private static List<SourceDocument> inOrder(List<SourceDocument> handedIn) {
        List<SourceDocument> documents = new ArrayList<>();
        for (Assessor list : List.of(Assessor.EXPERT, Assessor.COMPANY)) {
            handedIn.stream().filter(document -> document.list() == list).forEach(documents::add);
        }
        return documents;
    }

    /** One reading of a Table from its first line to its last, which knows what was cited before. */
    private static final class Reading {

        private final Methodology methodology;
        private final List<SourceDocument> documents;
        private final Assessment scores;
        private final IdentityHashMap<SourceDocument, Integer> indexes = new IdentityHashMap<>();
        private final int[] citations;
        private final CitedSources sources;

        Reading(Methodology methodology, List<SourceDocument> documents, Assessment scores) {
            this.methodology = methodology;
            this.documents = documents;
            this.scores = scores;
            this.citations = new int[documents.size()];
            this.sources = new CitedSources(Assessor.EXPERT, documents);
            for (int i = 0; i < citations.length; i++) {
                indexes.put(documents.get(i), i);
            }
        }

        List<CompanyPaper.Line> lines(Table table) {
            return table.lines().stream().map(this::line).toList();
        }

        List<CompanyPaper.Document> documents() {
            List<CompanyPaper.Document> printed = new ArrayList<>(citations.length);
            for (int i = 0; i < citations.length; i++) {
                printed.add(document(documents.get(i), citations[i]));
            }
            return printed;
        }

        private CompanyPaper.Line line(TableLine line) {
            int count = methodology
                    .criteria()
                    .get(line.criterion() - 1)
                    .directions()
                    .size();
            Directions directions = Directions.parse(line.directions(), count);
            List<CompanyPaper.Cell> cells = new ArrayList<>();
            for (int column = 0; column < line.scores().length; column++) {
                cells.add(cell(
                        line.scores()[column],
                        line.evidence().get(column),
                        line.notes().get(column)));
            }
            return new CompanyPaper.Line(
                    line.criterion(),
                    scores.scores(line.criterion(), line.scores().length),
                    line.scores(),
                    (directions.confirmed() | directions.notApplicable()) != 0,
                    directions.confirmed(),
                    directions.notApplicable(),
                    cells);
        }

        /** Beside a 0 of the assessor's the evidence is free text, and no citation, whatever the committee has decided. */
        private CompanyPaper.Cell cell(int score, String evidence, String note) {
            String written = CitedSources.isNothing(evidence) ? "" : evidence;
            String noted = CitedSources.isNothing(note) ? "" : note;
            if (score == 0) {
                return new CompanyPaper.Cell(written, List.of(), noted);
            }
            CitedSources.Evidence read = sources.in(written);
            List<CompanyPaper.Reference> references =
                    new ArrayList<>(read.citations().size());
            for (CitedSources.Cited cited : read.citations()) {
                SourceDocument document = cited.document();
                int index = document == null ? -1 : indexes.getOrDefault(document, -1);
                boolean first = index >= 0 && citations[index]++ == 0;
                references.add(new CompanyPaper.Reference(cited.code(), index, first, cited.clause()));
            }
            return new CompanyPaper.Cell(read.before(), references, noted);
        }

        private static CompanyPaper.Document document(SourceDocument document, int citations) {
            return new CompanyPaper.Document(
                    document.list() == Assessor.EXPERT,
                    document.code(),
                    CitedSources.kind(document).orElse(null),
                    document.title(),
                    given(document.number()),
                    given(document.date()),
                    given(document.issuer()),
                    given(document.url()),
                    given(document.year()),
                    citations);
        }

        private static String given(String requisite) {
            return CitedSources.isNothing(requisite) ? "" : requisite;
        }
    }
}
