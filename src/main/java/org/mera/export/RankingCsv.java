package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import org.mera.company.Company;
import org.mera.csv.CsvOutput;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;

/** {@code ranking.csv}: the ranked companies, a line each, in the order of the ranking. What is unknown is empty. */
public final class RankingCsv {

    private final Methodology methodology;
    private final Figures figures;
    private final CsvOutput csv;

    private RankingCsv(Methodology methodology, CsvOutput csv) {
        this.methodology = methodology;
        this.figures = new Figures(methodology);
        this.csv = csv;
    }

    /** Writes the ranking and closes the stream. An empty ranking has its header. */
    public static void write(Methodology methodology, Ranking ranking, OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.data(out)) {
            RankingCsv file = new RankingCsv(methodology, csv);
            file.header();
            for (RankedCompany ranked : ranking.companies()) {
                file.line(ranked);
            }
        }
    }

    private void header() throws IOException {
        csv.text("rank").text(Headings.identity(methodology.identification()));
        csv.text("name").text("industry").text("region").text("participation");
        for (Column column : methodology.columns()) {
            csv.text(column.heading());
        }
        csv.text("total").text("indicator").text("class");
        csv.text("participation_rank").text("industry_rank");
        csv.text("previous_rank").text("rank_change").text("previous_indicator");
        csv.text("warnings").end();
    }

    private void line(RankedCompany ranked) throws IOException {
        Standing standing = ranked.standing();
        Company company = ranked.company();
        csv.number(ranked.rank()).text(company.id());
        csv.text(company.name()).text(company.industry()).text(company.region());
        csv.text(company.participation().word());
        for (int sum : standing.columnSums()) {
            csv.number(figures.points(sum));
        }
        csv.number(figures.points(standing.total()));
        csv.number(figures.indicator(standing.total()));
        csv.text(standing.scoreClass());
        csv.number(ranked.participationRank());
        Integer industryRank = ranked.industryRank();
        csv.number(industryRank == null ? "" : industryRank.toString());
        previous(ranked);
        csv.number(standing.warnings()).end();
    }

    private void previous(RankedCompany ranked) {
        PastRank previous = ranked.previous();
        if (previous == null) {
            csv.empty().empty().empty();
        } else {
            csv.number(previous.rank());
            csv.number(ranked.rankChange().orElseThrow());
            csv.number(previous.indicator());
        }
    }
}
