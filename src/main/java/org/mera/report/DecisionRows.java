package org.mera.report;

import java.util.Iterator;
import java.util.List;
import org.mera.methodology.Methodology;

/** The committee's decisions, one a line. */
final class DecisionRows {

    private final Methodology methodology;
    private final Papers papers;
    private final PaperNumbers numbers;

    DecisionRows(Methodology methodology, Papers papers) {
        this.methodology = methodology;
        this.papers = papers;
        this.numbers = new PaperNumbers(papers.language());
    }

    Iterator<DecisionRow> of(List<CommitteePaper.Decided> decisions) {
        return decisions.stream().map(this::row).iterator();
    }

    private DecisionRow row(CommitteePaper.Decided decided) {
        CompanyPaper.Decision decision = decided.decision();
        Wording wording = papers.wording();
        return new DecisionRow(
                decided.name(),
                decided.company(),
                wording.text("committee.decisions.cell", decision.criterion(), decision.column()),
                wording.text(
                        "committee.decisions.scores",
                        numbers.points(methodology.scale(), decision.before()),
                        numbers.points(methodology.scale(), decision.after())),
                decision.reason(),
                decision.evidence(),
                wording.text("committee.decisions.protocol", wording.date(decision.date()), decision.protocol()));
    }

    /** A decision's line. */
    record DecisionRow(
            String name, String company, String cell, String scores, String reason, String evidence, String protocol) {}
}
