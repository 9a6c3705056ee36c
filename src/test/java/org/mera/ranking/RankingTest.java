package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;

class RankingTest {

    private static final Methodology METHODOLOGY =
            TestMethodology.aMethodology().build();

    @Test
    void sharesARankAndSkipsTheNext() {
        assertThat(places(ranking(standing("A", 20), standing("B", 19), standing("C", 20))))
                .containsExactly("1 A", "1 C", "3 B");
    }

    @Test
    void ordersEqualTotalsByIdentityInCodePointsWhateverTheOrderGiven() {
        List<Standing> standings = new ArrayList<>();
        for (String id : List.of("7700000001", "770000000001", "Б", "а", "z", "\uFF5E", "\uD83C\uDF33")) {
            standings.add(standing(id, 7));
        }
        for (long seed = 1; seed <= 20; seed++) {
            Collections.shuffle(standings, new Random(seed));
            assertThat(places(Ranking.of(METHODOLOGY, standings, Map.of())))
                    .as("seed %d", seed)
                    .containsExactly(
                            "1 770000000001", "1 7700000001", "1 z", "1 Б", "1 а", "1 \uFF5E", "1 \uD83C\uDF33");
        }
    }

    @Test
    void ranksAmongThoseThatTakePartInTheSameWay() {
        Ranking ranking = ranking(
                standing("A", 20, "", Participation.DESK),
                standing("B", 19, "", Participation.ON_SITE),
                standing("C", 19, "", Participation.ON_SITE),
                standing("D", 18, "", Participation.DESK),
                standing("E", 17, "", Participation.ON_SITE));

        assertThat(ranking.companies())
                .extracting(RankedCompany::participationRank)
                .containsExactly(1, 1, 1, 2, 3);
    }

    @Test
    void ranksInTheIndustryWhateverItsCaseAndYo() {
        Ranking ranking = ranking(
                standing("A", 20, "Лёгкая промышленность"),
                standing("B", 19, " легкая ПРОМЫШЛЕННОСТЬ "),
                standing("C", 18, "Связь"),
                standing("D", 18, ""),
                standing("E", 19, "лёгкая промышленность"),
                standing("F", 1, "Лёгкая промышленность"));

        assertThat(ranking.companies())
                .extracting(ranked -> ranked.company().id() + " " + ranked.industryRank())
                .containsExactly("A 1", "B 2", "E 2", "C 1", "D null", "F 4");
    }

    @Test
    void comparesWithThePreviousRankingWhereThereIsOne() {
        Ranking ranking = Ranking.of(
                METHODOLOGY,
                List.of(standing("A", 20), standing("B", 19), standing("C", 18)),
                Map.of("A", new PastRank(5, "74.25"), "B", new PastRank(1, "80"), "Z", new PastRank(2, "")));

        assertThat(ranking.companies())
                .extracting(RankedCompany::previous)
                .containsExactly(new PastRank(5, "74.25"), new PastRank(1, "80.00"), null);
        assertThat(ranking.companies())
                .extracting(RankedCompany::rankChange)
                .containsExactly(OptionalInt.of(4), OptionalInt.of(-1), OptionalInt.empty());
    }

    @Test
    void isEmptyWithoutCompanies() {
        assertThat(ranking().companies()).isEmpty();
    }

    @Test
    void givesTheHighestClassWhoseLowerBoundTheIndicatorReaches() {
        Methodology methodology = TestMethodology.aMethodology()
                .classes(
                        new ScoreClass("A", new BigDecimal("66.67")),
                        new ScoreClass("C", new BigDecimal("20")),
                        new ScoreClass("B", new BigDecimal("50.00")))
                .build();

        assertThat(List.of(24, 16, 15, 12, 11, 5, 4)) // 16 of 24 is printed as 66.67
                .extracting(total -> Standing.of(methodology, company("A"), columns(total), sections(total), 0)
                        .scoreClass())
                .containsExactly("A", "A", "B", "B", "C", "C", "");
    }

    @Test
    void refusesACompanyThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranking(standing("A", 3), standing("B", 3), standing("A", 2)))
                .withMessage("A stands twice among the companies to rank");
    }

    @Test
    void refusesAStandingOfAnotherMethodology() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(TestMethodology.ofParks().build(), List.of(standing("A", 3)), Map.of()))
                .withMessage("The sums [3, 0, 0, 0] of A are none of the methodology sample-parks 2025");
    }

    @Test
    void refusesSumsThatDisagree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Standing(company("A"), new int[] {1, 2}, 4, new int[] {4}, "", 0))
                .withMessage("The columns [1, 2] and the sections [4] of A must both sum up to 4");
    }

    @Test
    void refusesAPastIndicatorThatIsNoPercentage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PastRank(1, "74,25"))
                .withMessage("An indicator looks like 74.25, not «74,25»");
    }

    @Test
    void givesEachCompanyOneMoreThanThoseAboveIt() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            List<Standing> standings = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                standings.add(standing(
                        "company-" + i,
                        random.nextInt(25),
                        List.of("", "Связь", "Торговля").get(random.nextInt(3)),
                        random.nextBoolean() ? Participation.DESK : Participation.ON_SITE));
            }
            for (RankedCompany ranked :
                    Ranking.of(METHODOLOGY, standings, Map.of()).companies()) {
                assertThat(ranked).as("seed %d", seed).isEqualTo(counted(ranked.standing(), standings));
            }
        }
    }

    private static RankedCompany counted(Standing standing, List<Standing> all) {
        Company company = standing.company();
        List<Standing> above =
                all.stream().filter(other -> other.total() > standing.total()).toList();
        long sameWay = above.stream()
                .filter(other -> other.company().participation() == company.participation())
                .count();
        long sameIndustry = above.stream()
                .filter(other -> other.company().industry().equals(company.industry()))
                .count();
        return new RankedCompany(
                standing,
                above.size() + 1,
                (int) sameWay + 1,
                company.industry().isEmpty() ? null : (int) sameIndustry + 1,
                null);
    }

    private static Ranking ranking(Standing... standings) {
        return Ranking.of(METHODOLOGY, List.of(standings), Map.of());
    }

    private static List<String> places(Ranking ranking) {
        return ranking.companies().stream()
                .map(ranked -> ranked.rank() + " " + ranked.company().id())
                .toList();
    }

    private static Standing standing(String id, int total) {
        return standing(id, total, "");
    }

    private static Standing standing(String id, int total, String industry) {
        return standing(id, total, industry, Participation.DESK);
    }

    private static Standing standing(String id, int total, String industry, Participation participation) {
        Company company = new Company(id, "Пример-" + id, industry, "", participation);
        return new Standing(company, columns(total), total, sections(total), "", 0);
    }

    private static Company company(String id) {
        return new Company(id, "Пример-" + id, "", "", Participation.DESK);
    }

    private static int[] columns(int total) {
        int[] sums = new int[4];
        for (int i = 0; i < total; i++) {
            sums[i / 6]++;
        }
        return sums;
    }

    private static int[] sections(int total) {
        return new int[] {total, 0};
    }
}
