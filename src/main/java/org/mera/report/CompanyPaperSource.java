package org.mera.report;

import java.util.List;
import org.mera.methodology.Methodology;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.scoring.Decisions;
import org.mera.submission.JdbcTables;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;

/**
 * Gathers what the companies' reports of one revision print: opened once a run, asked company by company, by many threads. It holds what all
 * companies share, and of none of them the evidence.
 */
public final class CompanyPaperSource {

    private final JdbcTables tables;
    private final Methodology methodology;
    private final int year;
    private final int revision;
    private final CompanyPaperMaker maker;

    /** @param decisions of the committee, over the scores that were handed in */
    public CompanyPaperSource(
            JdbcTables tables, Methodology methodology, Ranking ranking, PaperCycle cycle, Decisions decisions) {
        this.tables = tables;
        this.methodology = methodology;
        this.year = cycle.year();
        this.revision = cycle.revision();
        this.maker = new CompanyPaperMaker(methodology, ranking, cycle, decisions);
    }

    /** {@return what the report of a company of the ranking prints} */
    public CompanyPaper paper(RankedCompany ranked) {
        String company = ranked.company().id();
        return paper(
                ranked,
                tables.of(year, revision, company, methodology),
                tables.documents(year, revision, company, methodology));
    }

    /** {@return the same, of what was read already} */
    public CompanyPaper paper(RankedCompany ranked, List<Table> read, List<SourceDocument> documents) {
        return maker.paper(ranked, read, documents);
    }

    /** {@return what half of the ranked companies reach} */
    public CompanyPaper.Medians medians() {
        return maker.medians();
    }
}
