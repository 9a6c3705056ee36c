package org.mera.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.RankedCompany;

/** The parts of the committee's report in their order. */
final class CommitteeParts implements AutoCloseable {

    private final CommitteePaper paper;
    private final Papers papers;
    private final Wording wording;
    private final FindingRows findings;
    private final Stream<Problem> ofNoCompany;

    CommitteeParts(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.papers = papers;
        this.wording = papers.wording();
        this.findings = new FindingRows(paper.methodology(), papers);
        this.ofNoCompany = paper.findings().ofNoCompany();
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.add(new TitlePage(paper, papers).part());
        parts.add(Part.contents("committee-contents", Map.of()));
        SummaryRows summary = new SummaryRows(paper, papers);
        parts.add(part("committee-summary", "summary", summary.rows()));
        parts.add(means(summary));
        parts.add(ranking("ranking", paper.ranking().companies().stream(), false));
        for (Participation participation : Participation.values()) {
            parts.add(ranking(
                    participation.word(),
                    paper.ranking().companies().stream()
                            .filter(ranked -> ranked.company().participation() == participation),
                    true));
        }
        parts.add(part("committee-industries", "industries", new IndustryRows(paper, papers).rows()));
        parts.addAll(new HeatMap(paper, papers).parts());
        parts.add(criteria());
        parts.add(part("committee-summary", "reliability", new ReliabilityRows(paper, papers).rows()));
        parts.add(part(
                "committee-findings",
                "verification",
                findings.of(paper.findings().toVerify())));
        parts.add(part(
                "committee-findings", "rejected", findings.of(paper.findings().rejected())));
        parts.add(absent(
                "absent",
                "committee.findings.sentence",
                findings.absent(paper.findings().notHandedIn())));
        DecisionRows decisions = new DecisionRows(paper.methodology(), papers, findings);
        if (!paper.decisions().withdrawn().isEmpty()) {
            parts.add(absent(
                    "withdrawn", "committee.decisions.head.reason-alone", decisions.withdrawn(paper.decisions())));
        }
        parts.add(part("committee-files", "files", findings.files(ofNoCompany.iterator())));
        parts.add(part("committee-decisions", "decisions", decisions.of(paper.decisions())));
        parts.add(new Part(
                "committee-protocol",
                Map.of("HEADING", wording.text("committee.protocol")),
                Collections.emptyIterator(),
                false));
        return parts;
    }

    private Part means(SummaryRows summary) {
        Map<String, Object> values = new HashMap<>(texts("means"));
        values.put("NOTE", values.get("NOTE") + compared());
        return new Part("committee-summary", values, summary.means(), false);
    }

    /** {@return what the rating is compared with, and how far} Empty where there is nothing to compare with. */
    private String compared() {
        PreviousRanking previous = paper.facts().previous();
        return previous.exists()
                ? " "
                        + wording.text(
                                "committee.previous." + previous.comparability().word(),
                                previous.year(),
                                previous.methodologyVersion())
                : "";
    }

    /** Its heading, what it is about, and what it says where there is nothing are texts of its name. */
    private Part part(String template, String name, Iterator<? extends Record> rows) {
        return new Part(template, texts(name), rows, false);
    }

    /** Companies that are not ranked with what is said of each, under a heading of its own. */
    private Part absent(String name, String sentences, Iterator<FindingRows.AbsentRow> rows) {
        Map<String, Object> values = new HashMap<>(texts(name));
        values.put("SENTENCES", wording.text(sentences));
        return new Part("committee-absent", values, rows, false);
    }

    private Map<String, Object> texts(String name) {
        return Map.of(
                "HEADING",
                wording.text("committee." + name),
                "NOTE",
                wording.text("committee." + name + ".note"),
                "EMPTY",
                wording.text("committee." + name + ".empty"));
    }

    private Part ranking(String name, Stream<RankedCompany> companies, boolean apart) {
        RankingRows rows =
                new RankingRows(paper.methodology(), papers, paper.facts().sensitivity(), apart);
        Map<String, Object> values = new HashMap<>(texts(name));
        values.put("COLUMNS", rows.columnHeads());
        values.put("APART", apart);
        if (!paper.statistics().classes().isEmpty()) {
            values.put("NOTE", values.get("NOTE") + " " + wording.text("committee.ranking.note.class"));
        }
        if (!apart) {
            values.put("NOTE", values.get("NOTE") + compared());
            if (paper.facts().sensitivity().isKnown()) {
                values.put("NOTE", values.get("NOTE") + " " + wording.text("committee.ranking.note.range"));
            }
        }
        return new Part("committee-ranking", values, companies.map(rows::row).iterator(), false);
    }

    private Part criteria() {
        CriterionRows rows = new CriterionRows(paper.methodology(), papers);
        Map<String, Object> values = new HashMap<>(texts("criteria"));
        values.put("COLUMNS", rows.columnHeads());
        return new Part("committee-criteria", values, rows.of(paper.statistics()), false);
    }

    @Override
    public void close() {
        ofNoCompany.close();
    }
}
