package org.mera.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.ranking.CriterionStatistics;
import org.mera.ranking.ScoreShares;
import org.mera.ranking.Statistics;

/** The ten criteria confirmed least, and the ten confirmed best; fewer where the methodology has fewer than twenty. */
final class CriterionRows {

    private static final int LISTED = 10;

    private final Methodology methodology;
    private final Wording wording;
    private final Locale language;
    private final PaperNumbers numbers;
    private final Bars bars;

    CriterionRows(Methodology methodology, Papers papers) {
        this.methodology = methodology;
        this.wording = papers.wording();
        this.language = papers.language();
        this.numbers = new PaperNumbers(language);
        this.bars = new Bars(papers);
    }

    /** {@return the heads of the columns} */
    String[] columnHeads() {
        return methodology.columns().stream()
                .map(Column::number)
                .map(number -> wording.text("committee.criteria.column", number))
                .toArray(String[]::new);
    }

    /** {@return the lines of both lists} None where nobody is ranked. */
    Iterator<CriterionRow> of(Statistics statistics) {
        // No criterion is among the best and among the least at once.
        int listed = Math.min(LISTED, methodology.criterionCount() / 2);
        List<CriterionRow> rows = new ArrayList<>();
        String least = wording.text("committee.criteria.least", listed);
        statistics.leastConfirmed(listed).forEach(each -> rows.add(row(least, each)));
        String best = wording.text("committee.criteria.best", listed);
        statistics.bestConfirmed(listed).forEach(each -> rows.add(row(best, each)));
        return rows.iterator();
    }

    private CriterionRow row(String list, CriterionStatistics statistics) {
        Criterion criterion = methodology.criteria().get(statistics.number() - 1);
        return new CriterionRow(
                list,
                Integer.toString(criterion.number()),
                criterion.title().in(language),
                shares(statistics.all()),
                statistics.columns().stream()
                        .map(column -> numbers.percent(column.percent()))
                        .toArray(String[]::new),
                numbers.percent(statistics.all().percent()),
                bars.of(statistics.all().percent()));
    }

    /** {@return the share of each score, on one line} */
    private String shares(ScoreShares shares) {
        Scale scale = methodology.scale();
        List<String> texts = new ArrayList<>();
        for (int units = 0; units <= scale.maximumUnits(); units++) {
            String score = numbers.decimal(scale.step()
                    .multiply(BigDecimal.valueOf(units))
                    .stripTrailingZeros()
                    .toPlainString());
            texts.add(wording.text("committee.criteria.share", score, numbers.percent(shares.share(units))));
        }
        return String.join(" · ", texts);
    }

    /**
     * A criterion's line.
     *
     * @param list    the heading of its list
     * @param percent the mean of all columns in percent of the highest score
     */
    record CriterionRow(
            String list, String number, String title, String shares, String[] columns, String percent, MedianBar bar) {}
}
