package org.mera.report;

import java.util.Iterator;
import org.mera.ranking.IndustryStatistics;

/** The industries with three companies or more. */
final class IndustryRows {

    private final CommitteePaper paper;
    private final PaperNumbers numbers;
    private final Wording wording;

    IndustryRows(CommitteePaper paper, Papers papers) {
        this.paper = paper;
        this.numbers = new PaperNumbers(papers.language());
        this.wording = papers.wording();
    }

    Iterator<IndustryRow> rows() {
        return paper.statistics().industries().stream().map(this::row).iterator();
    }

    private IndustryRow row(IndustryStatistics industry) {
        String best = industry.best().name();
        return new IndustryRow(
                industry.name(),
                Integer.toString(industry.companies()),
                numbers.percent(industry.indicator().mean()),
                numbers.percent(industry.indicator().median()),
                industry.sharing() == 1
                        ? best
                        : wording.text("committee.industries.sharing", industry.sharing() - 1, best),
                numbers.percent(industry.indicator().maximum()));
    }

    /** A line of the table. */
    record IndustryRow(String name, String companies, String mean, String median, String best, String highest) {}
}
