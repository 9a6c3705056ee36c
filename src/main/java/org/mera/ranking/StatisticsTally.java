package org.mera.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mera.company.Participation;
import org.mera.csv.CodePoints;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.methodology.Section;

/** Gathers the statistics of a rating company by company, in any order; of each company only its total is kept. */
public final class StatisticsTally {

    private static final int BANDS = 10;

    private static final Comparator<IndustryTally> HIGHEST_MEAN_FIRST = (left, right) -> Long.compare(
            right.totals().sum() * left.totals().count(),
            left.totals().sum() * right.totals().count());

    private final Methodology methodology;
    private final Measure percent;
    private final Totals totals = new Totals();
    private final int[] bands = new int[BANDS];
    private final Map<String, Integer> classes = new HashMap<>();
    private final long[] sectionSums;
    private final long[] columnSums;
    private final ScoreTally scores;
    private final Map<String, IndustryTally> industries = new HashMap<>();
    private final Map<Participation, Totals> participations = new EnumMap<>(Participation.class);

    public StatisticsTally(Methodology methodology) {
        this.methodology = methodology;
        this.percent = Measure.percentOf(methodology.totalMaximum());
        this.sectionSums = new long[methodology.sections().size()];
        this.columnSums = new long[methodology.columns().size()];
        this.scores = new ScoreTally(methodology);
    }

    /**
     * Adds a company of the ranking.
     *
     * @param counting its scores that count, in units, a byte a cell, criterion by criterion, column by column
     * @throws IllegalArgumentException where they are not its scores: another number, one off the scale, another total
     */
    public void add(RankedCompany company, byte[] counting) {
        Standing standing = company.standing();
        int total = standing.total();
        if (scores.add(counting) != total) {
            throw new IllegalArgumentException(
                    "The scores of " + company.company().id() + " do not sum up to its total of " + total + " units");
        }
        totals.add(total);
        bands[Math.min(BANDS - 1, (int) ((long) total * BANDS / methodology.totalMaximum()))]++;
        classes.merge(standing.scoreClass(), 1, Integer::sum);
        addTo(sectionSums, standing.sectionSums());
        addTo(columnSums, standing.columnSums());
        participations
                .computeIfAbsent(company.company().participation(), any -> new Totals())
                .add(total);
        String industry = company.company().industry();
        if (!industry.isBlank()) {
            industries
                    .computeIfAbsent(IndustryKey.of(industry), any -> new IndustryTally())
                    .add(company);
        }
    }

    private static void addTo(long[] sums, int[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** {@return what the companies added so far are like} */
    public Statistics statistics() {
        return new Statistics(
                totals.count(),
                totals.summary(Measure.points(methodology.scale())).orElse(null),
                totals.summary(percent).orElse(null),
                bands(),
                classes(),
                sections(),
                columns(),
                scores.criteria(),
                industries(),
                participations());
    }

    private List<Band> bands() {
        List<Band> counted = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            counted.add(new Band(i * 100 / BANDS, (i + 1) * 100 / BANDS, bands[i]));
        }
        return counted;
    }

    private List<ClassCount> classes() {
        return methodology.classes().stream()
                .sorted(Comparator.comparing(ScoreClass::from).reversed())
                .map(each -> new ClassCount(each.label(), each.from(), classes.getOrDefault(each.label(), 0)))
                .toList();
    }

    private List<Mean> sections() {
        List<Mean> means = new ArrayList<>();
        for (int i = 0; i < sectionSums.length && totals.count() > 0; i++) {
            Section section = methodology.sections().get(i);
            int maximum = section.criteria().size()
                    * methodology.columns().size()
                    * methodology.scale().maximumUnits();
            means.add(mean(section.number(), sectionSums[i], maximum));
        }
        return means;
    }

    private List<Mean> columns() {
        List<Mean> means = new ArrayList<>();
        for (int i = 0; i < columnSums.length && totals.count() > 0; i++) {
            Column column = methodology.columns().get(i);
            means.add(mean(column.number(), columnSums[i], methodology.columnMaximum()));
        }
        return means;
    }

    private Mean mean(int number, long sum, int maximum) {
        return new Mean(
                number,
                Measure.points(methodology.scale()).mean(sum, totals.count()),
                new BigDecimal(methodology.scale().points(maximum)),
                Measure.percentOf(maximum).mean(sum, totals.count()));
    }

    private List<IndustryStatistics> industries() {
        return industries.values().stream()
                .filter(industry -> industry.totals().count() >= IndustryStatistics.SMALLEST)
                .sorted(HIGHEST_MEAN_FIRST.thenComparing(IndustryTally::name, CodePoints.ORDER))
                .map(industry -> industry.statistics(percent))
                .toList();
    }

    private List<ParticipationStatistics> participations() {
        List<ParticipationStatistics> counted = new ArrayList<>();
        participations.forEach((participation, group) -> counted.add(new ParticipationStatistics(
                participation, group.count(), group.summary(percent).orElseThrow())));
        return counted;
    }
}
