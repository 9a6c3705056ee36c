package org.mera.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;

/** What stands behind the Table: the documents, the company's own scores beside the expert's, the committee's decisions. */
final class CompanyAnnex {

    private final Methodology methodology;
    private final Wording wording;
    private final Locale language;
    private final Measures measures;
    private final Requisites requisites;

    CompanyAnnex(Papers papers, Methodology methodology) {
        this.methodology = methodology;
        this.wording = papers.wording();
        this.language = papers.language();
        this.measures = new Measures(methodology, new PaperNumbers(language));
        this.requisites = new Requisites(wording);
    }

    /**
     * A line of the annex.
     *
     * @param block   the heading that it stands under
     * @param kind    {@code document}, {@code own}, {@code decision} or {@code text}
     * @param number  the document's code, or the criterion
     * @param details the document's requisites, or a decision's reason
     * @param count   how often the document is cited, or the criterion's difference
     * @param expert  the expert's scores by column, or what a decision changed
     * @param own     the company's scores by column
     * @param differs by column, {@code true} where the two differ
     */
    record Row(
            String block,
            String kind,
            String number,
            String title,
            String details,
            String count,
            List<String> expert,
            List<String> own,
            List<Boolean> differs) {}

    Part part(CompanyPaper paper) {
        List<Row> rows = new ArrayList<>();
        documents(paper, rows);
        ownScores(paper, rows);
        decisions(paper, rows);
        return Part.of("company-annex", Map.of("COLUMN_HEADS", CompanyProfile.columnNumbers(methodology)), rows);
    }

    private void documents(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("annex.documents");
        for (CompanyPaper.Document document : paper.documents()) {
            String list = wording.text(document.expertList() ? "annex.expert-list" : "annex.company-list");
            String kind = requisites.kind(document);
            rows.add(row(
                    block,
                    "document",
                    document.code(),
                    document.title(),
                    (requisites.besidesTitle(document) + "\n" + (kind.isEmpty() ? list : kind + " · " + list)).strip(),
                    Integer.toString(document.citations())));
        }
        if (paper.documents().isEmpty()) {
            rows.add(text(block, wording.text("annex.no-documents")));
        }
    }

    private void ownScores(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("annex.own");
        Assessment own = paper.own();
        if (own == null) {
            rows.add(text(block, wording.text(paper.ownSetAside() ? "annex.own-set-aside" : "annex.no-own")));
            return;
        }
        int[] ownSums = new int[methodology.columns().size()];
        for (CompanyPaper.Line line : paper.lines()) {
            int[] theirs = own.scores(line.criterion(), ownSums.length);
            String title =
                    methodology.criteria().get(line.criterion() - 1).title().in(language);
            rows.add(scores(block, Integer.toString(line.criterion()), title, line.scores(), theirs));
            for (int i = 0; i < ownSums.length; i++) {
                ownSums[i] += theirs[i];
            }
        }
        rows.add(scores(
                block, "", wording.text("annex.sum"), paper.ranked().standing().columnSums(), ownSums));
    }

    private Row scores(String block, String number, String title, int[] expert, int[] own) {
        List<Boolean> differs = new ArrayList<>();
        int difference = 0;
        for (int i = 0; i < expert.length; i++) {
            differs.add(expert[i] != own[i]);
            difference += own[i] - expert[i];
        }
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return new Row(
                block,
                "own",
                number,
                title,
                "",
                sign + measures.points(Math.abs(difference)),
                measures.all(expert),
                measures.all(own),
                differs);
    }

    private void decisions(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("annex.decisions");
        for (CompanyPaper.Decision decision : paper.decisions()) {
            String title = wording.text(
                    "annex.decision",
                    decision.criterion(),
                    decision.column(),
                    measures.points(decision.before()),
                    measures.points(decision.after()));
            String evidence = decision.evidence().isEmpty()
                    ? ""
                    : wording.text("annex.decision-evidence", decision.evidence()) + "\n";
            rows.add(row(
                    block,
                    "decision",
                    Integer.toString(decision.criterion()),
                    title,
                    evidence + decision.reason() + "\n"
                            + wording.text("annex.protocol", decision.protocol(), wording.date(decision.date())),
                    ""));
        }
        if (paper.decisions().isEmpty()) {
            rows.add(text(block, wording.text("annex.no-decisions")));
        }
    }

    private static Row row(String block, String kind, String number, String title, String details, String count) {
        return new Row(block, kind, number, title, details, count, List.of(), List.of(), List.of());
    }

    private static Row text(String block, String text) {
        return row(block, "text", "", text, "", "");
    }
}
