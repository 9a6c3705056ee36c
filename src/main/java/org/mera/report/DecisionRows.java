package org.mera.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mera.committee.DecidedCompany;
import org.mera.committee.DecisionList;
import org.mera.committee.WithdrawnCompany;
import org.mera.methodology.Methodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;

/** The committee's decisions, one a line: of each company those on its scores, then those on its class. */
final class DecisionRows {

    private final Methodology methodology;
    private final Wording wording;
    private final PaperNumbers numbers;
    private final FindingRows findings;

    DecisionRows(Methodology methodology, Papers papers, FindingRows findings) {
        this.methodology = methodology;
        this.wording = papers.wording();
        this.numbers = new PaperNumbers(papers.language());
        this.findings = findings;
    }

    Iterator<DecisionRow> of(DecisionList decisions) {
        return decisions.companies().stream()
                .flatMap(company -> rows(company).stream())
                .iterator();
    }

    /** {@return the lines of withdrawn companies, each with its reason} */
    Iterator<FindingRows.AbsentRow> withdrawn(DecisionList decisions) {
        return decisions.withdrawn().stream().map(this::row).iterator();
    }

    private FindingRows.AbsentRow row(WithdrawnCompany company) {
        return new FindingRows.AbsentRow(
                findings.title(company.name()), findings.identity(company.company()), company.reason());
    }

    private List<DecisionRow> rows(DecidedCompany company) {
        List<DecisionRow> rows = new ArrayList<>();
        company.cells().forEach(cell -> rows.add(row(company, cell)));
        for (int i = 0; i < company.classes().size(); i++) {
            rows.add(row(
                    company,
                    company.classes().get(i),
                    i + 1 == company.classes().size()));
        }
        return rows;
    }

    private DecisionRow row(DecidedCompany company, DecidedCell cell) {
        Decision decision = cell.decision();
        String before = cell.before() == DecidedCell.UNKNOWN
                ? wording.text("committee.none")
                : numbers.points(methodology.scale(), cell.before());
        return new DecisionRow(
                findings.title(company.name()),
                company.company(),
                wording.text("committee.decisions.cell", decision.criterion(), decision.column()),
                wording.text(
                        "committee.decisions.scores", before, numbers.points(methodology.scale(), decision.score())),
                decision.reason(),
                decision.evidence(),
                protocol(decision.protocol(), decision.date(), cell.standing()));
    }

    private DecisionRow row(DecidedCompany company, ClassDecision decision, boolean standing) {
        return new DecisionRow(
                findings.title(company.name()),
                company.company(),
                wording.text("committee.decisions.class"),
                decision.scoreClass().isEmpty()
                        ? wording.text("committee.decisions.class-of-scale")
                        : decision.scoreClass(),
                decision.reason(),
                "",
                protocol(decision.protocol(), decision.date(), standing));
    }

    private String protocol(String number, LocalDate date, boolean standing) {
        String protocol = wording.names(date, number)
                ? number
                : wording.text("committee.decisions.protocol", wording.date(date), number);
        return standing ? protocol : protocol + "\n" + wording.text("committee.decisions.superseded");
    }

    /** A decision's line. */
    record DecisionRow(
            String name, String company, String cell, String scores, String reason, String evidence, String protocol) {}
}
