package org.mera.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.scoring.Decisions;
import org.mera.submission.Assessor;
import org.mera.submission.JdbcTables;
import org.mera.submission.Table;

/**
 * Gathers what the companies' reports of one revision print: opened once a run, asked company by company, by many threads. It holds what all
 * companies share, and of none of them the evidence.
 */
public final class CompanyPaperSource {

    private final JdbcTables tables;
    private final Methodology methodology;
    private final int year;
    private final Decisions decisions;
    private final CompanyPaperMaker maker;

    public CompanyPaperSource(
            JdbcTables tables, Methodology methodology, Ranking ranking, PaperCycle cycle, Decisions decisions) {
        this.tables = tables;
        this.methodology = methodology;
        this.year = cycle.year();
        this.decisions = decisions;
        this.maker = new CompanyPaperMaker(methodology, ranking, cycle);
    }

    /** {@return what the report of a company of the ranking prints} */
    public CompanyPaper paper(RankedCompany ranked) {
        String company = ranked.company().id();
        List<Table> handedIn = tables.current(year, company, methodology);
        Table counting = handedIn.stream()
                .filter(Table::counts)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(company + " is ranked, but no Table of it counts"));
        return maker.paper(ranked, counting, own(handedIn), tables.documents(year, company, methodology));
    }

    /** {@return the company's own Table} The sound one where there are several; null where it did not score itself. */
    private static @Nullable Table own(List<Table> handedIn) {
        Table own = null;
        for (Table table : handedIn) {
            if (table.assessor() == Assessor.COMPANY && (own == null || own.faulty())) {
                own = table;
            }
        }
        return own;
    }
}
