package org.mera.report;

import java.math.BigDecimal;
import java.util.Locale;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Sensitivity;
import org.mera.ranking.Standing;

/** The ranked list, of all companies or of those that take part in one way. */
final class RankingRows {

    private final Methodology methodology;
    private final Wording wording;
    private final Locale language;
    private final PaperNumbers numbers;
    private final Sensitivity sensitivity;
    private final boolean apart;

    /** @param apart whether the rank is that among those that take part in the same way; the rank among all then stands in another column */
    RankingRows(Methodology methodology, Papers papers, Sensitivity sensitivity, boolean apart) {
        this.methodology = methodology;
        this.wording = papers.wording();
        this.language = papers.language();
        this.numbers = new PaperNumbers(language);
        this.sensitivity = sensitivity;
        this.apart = apart;
    }

    /** {@return the heads of the columns of scores} */
    String[] columnHeads() {
        return methodology.columns().stream()
                .map(Column::number)
                .map(number -> wording.text("committee.ranking.column", number))
                .toArray(String[]::new);
    }

    RankedRow row(RankedCompany ranked) {
        Company company = ranked.company();
        Standing standing = ranked.standing();
        Scale scale = methodology.scale();
        int[] sums = standing.columnSums();
        String[] points = new String[sums.length];
        for (int i = 0; i < sums.length; i++) {
            points[i] = numbers.points(scale, sums[i]);
        }
        String participation = company.participation().word(language);
        return new RankedRow(
                Integer.toString(apart ? ranked.participationRank() : ranked.rank()),
                range(company.id()),
                company.name(),
                company.id(),
                company.industry(),
                apart ? Integer.toString(ranked.rank()) : participation,
                company.participation() == Participation.ON_SITE,
                points,
                numbers.points(scale, standing.total()),
                numbers.percent(methodology.indicator(standing.total())),
                standing.scoreClass(),
                change(ranked));
    }

    /** It is a range of ranks among all. */
    private String range(String company) {
        return apart
                ? ""
                : sensitivity
                        .range(company)
                        .map(range -> range.best() + "–" + range.worst())
                        .orElse("");
    }

    private String change(RankedCompany ranked) {
        return ranked.rankChange().isEmpty()
                ? wording.text("committee.none")
                : Changes.signed(BigDecimal.valueOf(ranked.rankChange().getAsInt()), numbers);
    }

    /**
     * A line of the list.
     *
     * @param range between which ranks it stands when scores move; empty where that is not known
     * @param group how the company takes part, or its rank among all
     */
    record RankedRow(
            String rank,
            String range,
            String name,
            String id,
            String industry,
            String group,
            boolean onSite,
            String[] points,
            String total,
            String indicator,
            String scoreClass,
            String change) {}
}
