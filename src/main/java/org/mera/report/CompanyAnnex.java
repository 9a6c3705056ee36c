package org.mera.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;
import org.mera.submission.Assessor;

/** What stands behind the Table: the documents, who scored the company, its own scores beside the expert's, the committee's decisions. */
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
        layers(paper, rows);
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
        int[] expertSums = new int[ownSums.length];
        for (CompanyPaper.Line line : paper.lines()) {
            int[] theirs = own.scores(line.criterion(), ownSums.length);
            String title =
                    methodology.criteria().get(line.criterion() - 1).title().in(language);
            rows.add(scores(block, Integer.toString(line.criterion()), title, line.expert(), theirs));
            for (int i = 0; i < ownSums.length; i++) {
                ownSums[i] += theirs[i];
                expertSums[i] += line.expert()[i];
            }
        }
        rows.add(scores(block, "", wording.text("annex.sum"), expertSums, ownSums));
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

    private void layers(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("annex.layers");
        for (CompanyPaper.Layer layer : paper.layers()) {
            String assessor = layer.assessor() == Assessor.COMPANY
                    ? wording.text("annex.layer.company")
                    : layer.expert().isEmpty()
                            ? wording.text("annex.layer.unnamed")
                            : wording.text("annex.layer.expert", layer.expert());
            Integer total = layer.total();
            rows.add(text(
                    block,
                    total == null
                            ? wording.text("annex.layer.faulty", assessor, layer.file())
                            : wording.text(
                                    layer.counts() ? "annex.layer.counts" : "annex.layer.kept",
                                    assessor,
                                    layer.file(),
                                    measures.points(total))));
        }
        long standing = paper.decisions().stream().filter(DecidedCell::standing).count();
        if (standing > 0) {
            rows.add(text(
                    block,
                    wording.text(
                            "annex.layer.decisions",
                            standing,
                            measures.points(paper.ranked().standing().total()))));
        }
    }

    private void decisions(CompanyPaper paper, List<Row> rows) {
        String block = wording.text("annex.decisions");
        for (DecidedCell decided : paper.decisions()) {
            Decision decision = decided.decision();
            rows.add(decision(
                    block,
                    Integer.toString(decision.criterion()),
                    wording.text(
                            "annex.decision",
                            decision.criterion(),
                            decision.column(),
                            measures.points(decided.before()),
                            measures.points(decision.score())),
                    decided.standing(),
                    decision.evidence().isEmpty() ? "" : wording.text("annex.decision-evidence", decision.evidence()),
                    decision.reason(),
                    protocol(decision.protocol(), decision.date())));
        }
        for (int i = 0; i < paper.classes().size(); i++) {
            ClassDecision decision = paper.classes().get(i);
            rows.add(decision(
                    block,
                    "",
                    decision.scoreClass().isEmpty()
                            ? wording.text("annex.decision-class-of-scale")
                            : wording.text("annex.decision-class", decision.scoreClass()),
                    i + 1 == paper.classes().size(),
                    "",
                    decision.reason(),
                    protocol(decision.protocol(), decision.date())));
        }
        if (paper.decisions().isEmpty() && paper.classes().isEmpty()) {
            rows.add(text(block, wording.text("annex.no-decisions")));
        }
    }

    private String protocol(String number, LocalDate date) {
        return wording.names(date, number)
                ? wording.text("annex.protocol-dated", number)
                : wording.text("annex.protocol", number, wording.date(date));
    }

    private Row decision(
            String block,
            String number,
            String title,
            boolean standing,
            String evidence,
            String reason,
            String protocol) {
        List<String> details = new ArrayList<>();
        if (!evidence.isEmpty()) {
            details.add(evidence);
        }
        details.add(reason);
        details.add(protocol);
        if (!standing) {
            details.add(wording.text("annex.decision-superseded"));
        }
        return row(block, "decision", number, title, String.join("\n", details), "");
    }

    private static Row row(String block, String kind, String number, String title, String details, String count) {
        return new Row(block, kind, number, title, details, count, List.of(), List.of(), List.of());
    }

    private static Row text(String block, String text) {
        return row(block, "text", "", text, "", "");
    }
}
