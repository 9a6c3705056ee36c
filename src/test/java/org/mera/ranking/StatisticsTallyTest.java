package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.scoring.Assessment;
import org.mera.scoring.Result;

/** Two sections of two criteria and one, four columns, scores 0 / 0,5 / 1: at most 12 points. The figures are worked out by hand. */
class StatisticsTallyTest {

    private static final Methodology METHODOLOGY =
            TestMethodology.aMethodology().build();

    private final Map<String, byte[]> scores = new HashMap<>();
    private final List<Standing> standings = new ArrayList<>();
    private Methodology methodology = METHODOLOGY;

    @Test
    void tellsWhatTotalsAndIndicatorsAreLike() {
        company("A", "2222 2222 2222"); // 12 points, 100 %
        company("B", "2211 2211 1111"); // 8 points, 66.67 %
        company("C", "1100 0000 0000"); // 1 point, 8.33 %
        company("D", "0000 0000 0000");

        // Mean 21/4; median (8 + 1)/2; variance (144 + 64 + 1)/4 − 5.25² = 24.6875, its root 4.9686
        assertThat(statistics().totals()).contains(summary("5.25", "4.50", "4.97", "0.00", "12.00"));
        assertThat(statistics().indicators()).contains(summary("43.75", "37.50", "41.41", "0.00", "100.00"));
    }

    @Test
    void countsCompaniesInBandsOfTenPercent() {
        methodology = TestMethodology.ofParks().sections(5).build(); // 30 units: a band is three
        for (int total : new int[] {0, 2, 3, 26, 27, 29, 30}) {
            company("park-" + total, cells(total, 10, 3));
        }

        assertThat(statistics().bands())
                .containsExactly(
                        new Band(0, 10, 2),
                        new Band(10, 20, 1),
                        new Band(20, 30, 0),
                        new Band(30, 40, 0),
                        new Band(40, 50, 0),
                        new Band(50, 60, 0),
                        new Band(60, 70, 0),
                        new Band(70, 80, 0),
                        new Band(80, 90, 1),
                        new Band(90, 100, 3));
    }

    @Test
    void meansSectionsAndColumnsInPointsAndPercent() {
        company("A", "2222 2222 2222");
        company("B", "2100 1000 0001");
        company("C", "0000 0000 0000");

        Statistics statistics = statistics();

        // Sections: (8 + 2 + 0)/3 of 8, (4 + 0.5 + 0)/3 of 4; column 3: (3 + 1.5 + 0)/3 of 3
        assertThat(statistics.sections())
                .containsExactly(mean(1, "3.33", "8.0", "41.67"), mean(2, "1.50", "4.0", "37.50"));
        assertThat(statistics.columns())
                .containsExactly(
                        mean(3, "1.50", "3.0", "50.00"),
                        mean(4, "1.17", "3.0", "38.89"),
                        mean(5, "1.00", "3.0", "33.33"),
                        mean(6, "1.17", "3.0", "38.89"));
    }

    @Test
    void countsEachScoreOfACriterionOverAllColumnsAndByColumn() {
        company("A", "2211 0000 2222");
        company("B", "2100 0000 0000");
        company("C", "1000 0000 0000");

        CriterionStatistics first = statistics().criteria().get(0);

        // 12 cells: 0 five times, 0.5 four times, 1 three times; 5 points of 12
        assertThat(first)
                .isEqualTo(new CriterionStatistics(
                        1,
                        shares("0.42", "41.67", 5, 4, 3),
                        List.of(
                                shares("0.83", "83.33", 0, 1, 2),
                                shares("0.50", "50.00", 1, 1, 1),
                                shares("0.17", "16.67", 2, 1, 0),
                                shares("0.17", "16.67", 2, 1, 0))));
        assertThat(List.of(
                        first.all().share(0), first.all().share(1), first.all().share(2)))
                .containsExactly(new BigDecimal("41.67"), new BigDecimal("33.33"), new BigDecimal("25.00"));
    }

    @Test
    void namesTheCriteriaConfirmedLeastAndBestEqualOnesByNumber() {
        company("A", "1000 2222 1000");
        company("B", "0100 2222 0001");

        assertThat(statistics().leastConfirmed(2))
                .extracting(CriterionStatistics::number)
                .containsExactly(1, 3);
        assertThat(statistics().bestConfirmed(10))
                .extracting(CriterionStatistics::number)
                .containsExactly(2, 1, 3);
    }

    @Test
    void tellsOfIndustriesOfThreeCompaniesTheHighestMeanFirst() {
        company("A", cells(24, 12, 2), "Связь", Participation.DESK);
        company("B", cells(12, 12, 2), "связь", Participation.DESK);
        company("C", cells(0, 12, 2), " Связь", Participation.DESK);
        company("D", cells(20, 12, 2), "Лёгкая промышленность", Participation.DESK);
        company("F", cells(20, 12, 2), "легкая промышленность", Participation.DESK);
        company("E", cells(20, 12, 2), "Лёгкая промышленность", Participation.DESK);
        company("G", cells(19, 12, 2), "Лёгкая промышленность", Participation.DESK);
        company("H", cells(24, 12, 2), "Торговля", Participation.DESK);
        company("I", cells(24, 12, 2), "Торговля", Participation.DESK);
        company("J", cells(24, 12, 2), "", Participation.DESK);
        company("K", cells(24, 12, 2), "", Participation.DESK);
        company("L", cells(24, 12, 2), "", Participation.DESK);

        // (3·20 + 19)/4 = 19.75 of 24; deviation √3/4 of a unit of 4.1667 %
        assertThat(statistics().industries())
                .containsExactly(
                        new IndustryStatistics(
                                "Лёгкая промышленность",
                                4,
                                summary("82.29", "83.33", "1.80", "79.17", "83.33"),
                                standings.get(3).company(),
                                3),
                        new IndustryStatistics(
                                "Связь",
                                3,
                                summary("50.00", "50.00", "40.82", "0.00", "100.00"),
                                standings.get(0).company(),
                                1));
    }

    @Test
    void countsThoseThatTakePartInTheSameWay() {
        company("A", cells(24, 12, 2), "", Participation.DESK);
        company("B", cells(6, 12, 2), "", Participation.ON_SITE);
        company("C", cells(12, 12, 2), "", Participation.DESK);

        assertThat(statistics().participations())
                .containsExactly(
                        new ParticipationStatistics(
                                Participation.ON_SITE, 1, summary("25.00", "25.00", "0.00", "25.00", "25.00")),
                        new ParticipationStatistics(
                                Participation.DESK, 2, summary("75.00", "75.00", "25.00", "50.00", "100.00")));
    }

    @Test
    void countsClassesAndThoseBelowThem() {
        methodology = TestMethodology.aMethodology()
                .classes(new ScoreClass("B", new BigDecimal("50")), new ScoreClass("A", new BigDecimal("75")))
                .build();
        for (int total : new int[] {24, 18, 17, 11, 0}) {
            company("company-" + total, cells(total, 12, 2));
        }

        Statistics statistics = statistics();

        assertThat(statistics.classes())
                .containsExactly(
                        new ClassCount("A", new BigDecimal("75"), 2), new ClassCount("B", new BigDecimal("50"), 1));
        assertThat(statistics.belowClasses()).isEqualTo(2);
    }

    @Test
    void isTheSameInWhateverOrderTheCompaniesCome() {
        for (int i = 0; i < 60; i++) {
            String industry = List.of("Связь", "связь", "Торговля", "").get(i % 4);
            company(
                    "company-" + i,
                    cells(i * 7 % 25, 12, 2),
                    industry,
                    i % 2 == 0 ? Participation.ON_SITE : Participation.DESK);
        }
        Statistics inOrder = statistics();
        List<RankedCompany> companies =
                new ArrayList<>(Ranking.of(methodology, standings, Map.of()).companies());
        for (long seed = 1; seed <= 10; seed++) {
            Collections.shuffle(companies, new Random(seed));
            assertThat(statistics(companies)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void countsNothingWhereNobodyIsRanked() {
        Statistics statistics = statistics();

        assertThat(statistics.companies()).isZero();
        assertThat(statistics.totals()).isEmpty();
        assertThat(statistics.indicators()).isEmpty();
        assertThat(statistics.bands()).hasSize(10).allSatisfy(band -> assertThat(band.companies())
                .isZero());
        assertThat(statistics.sections()).isEmpty();
        assertThat(statistics.columns()).isEmpty();
        assertThat(statistics.criteria()).isEmpty();
        assertThat(statistics.industries()).isEmpty();
        assertThat(statistics.participations()).isEmpty();
        assertThat(statistics.leastConfirmed(10)).isEmpty();
    }

    @Test
    void refusesScoresThatAreNotTheCompanys() {
        company("A", "2222 2222 2221");
        RankedCompany ranked =
                Ranking.of(methodology, standings, Map.of()).companies().get(0);
        StatisticsTally tally = new StatisticsTally(methodology);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add(ranked, cells(24, 12, 2)))
                .withMessage("The scores of A do not sum up to its total of 23 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add(ranked, new byte[] {2, 2}))
                .withMessage("A company has 12 scores, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add(ranked, new byte[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 0}))
                .withMessage("A score of 3 units is off the scale");
    }

    private Statistics statistics() {
        return statistics(Ranking.of(methodology, standings, Map.of()).companies());
    }

    private Statistics statistics(List<RankedCompany> companies) {
        StatisticsTally tally = new StatisticsTally(methodology);
        companies.forEach(
                ranked -> tally.add(ranked, scores.getOrDefault(ranked.company().id(), new byte[0])));
        return tally.statistics();
    }

    private void company(String id, String digits) {
        String cells = digits.replace(" ", "");
        byte[] units = new byte[cells.length()];
        for (int i = 0; i < units.length; i++) {
            units[i] = (byte) Character.digit(cells.charAt(i), 10);
        }
        company(id, units);
    }

    private void company(String id, byte[] cells) {
        company(id, cells, "", Participation.DESK);
    }

    private void company(String id, byte[] cells, String industry, Participation participation) {
        Result result = new Assessment(cells).result(methodology);
        scores.put(id, cells);
        standings.add(Standing.of(
                methodology,
                new Company(id, "Пример-" + id, industry, "", participation),
                result.columnSums(),
                result.sectionSums(),
                0));
    }

    private static byte[] cells(int total, int cells, int highest) {
        byte[] units = new byte[cells];
        for (int i = 0; i < total; i++) {
            units[i / highest]++;
        }
        return units;
    }

    private static Mean mean(int number, String points, String maximum, String percent) {
        return new Mean(number, new BigDecimal(points), new BigDecimal(maximum), new BigDecimal(percent));
    }

    private static ScoreShares shares(String mean, String percent, Integer... counts) {
        return new ScoreShares(Arrays.asList(counts), new BigDecimal(mean), new BigDecimal(percent));
    }

    private static Summary summary(String mean, String median, String deviation, String minimum, String maximum) {
        return new Summary(
                new BigDecimal(mean),
                new BigDecimal(median),
                new BigDecimal(deviation),
                new BigDecimal(minimum),
                new BigDecimal(maximum));
    }
}
