package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mera.csv.Sha256;

class RankSimulationTest {

    @Test
    void givesEachItsOwnRankWhereNothingMoves() {
        List<ScoreSpread> companies = List.of(
                new ScoreSpread("a", 300, 20, 60, 120),
                new ScoreSpread("b", 290, 20, 70, 110),
                new ScoreSpread("c", 300, 20, 60, 120));

        assertThat(RankSimulation.ranges(companies, 400, 0))
                .isEqualTo(Map.of("a", new RankRange(1, 1), "b", new RankRange(3, 3), "c", new RankRange(1, 1)));
    }

    @Test
    void movesScoresAtTheEndsInwardsOnly() {
        // All of the first can only fall, all of the last can only rise; moved with certainty, they meet in the middle.
        List<ScoreSpread> companies = List.of(
                new ScoreSpread("all", 400, 0, 0, 200),
                new ScoreSpread("middle", 201, 0, 199, 1),
                new ScoreSpread("none", 0, 200, 0, 0));

        Map<String, RankRange> ranges = RankSimulation.ranges(companies, 400, 1);

        assertThat(ranges.get("all")).isEqualTo(ranges.get("none"));
        assertThat(RankSimulation.ranges(companies, 400, 0.3).get("all")).isEqualTo(new RankRange(1, 1));
        assertThat(RankSimulation.ranges(companies, 400, 0.3).get("none")).isEqualTo(new RankRange(3, 3));
    }

    /** Two companies of one cell between the ends: each stays with 1 − p, rises or falls with p / 2; enumerated by hand below. */
    @Test
    void drawsWhatCanBeEnumerated() {
        // With p = 0.5 the second beats or equals the first (whose total is higher by 1) where it rises and the first
        // stays or falls, or
        // stays and the first falls: 1/4 · 3/4 + 1/2 · 1/4 = 5/16; it stands alone on rank 1 only in 1/4 · 1/4 = 1/16.
        List<ScoreSpread> companies =
                List.of(new ScoreSpread("first", 2, 0, 1, 0), new ScoreSpread("second", 1, 0, 1, 0));

        assertThat(RankSimulation.ranges(companies, 3, 0.5))
                .isEqualTo(Map.of("first", new RankRange(1, 2), "second", new RankRange(1, 2)));
        // With p = 0.1 the second is first or shares that place in 0.05 · 0.95 + 0.9 · 0.05 = 9.25 %, alone in 0.25 %
        // (where the first is 2nd).
        assertThat(RankSimulation.ranges(companies, 3, 0.1))
                .isEqualTo(Map.of("first", new RankRange(1, 1), "second", new RankRange(1, 2)));
        // With p = 0.04: 0.02 · 0.98 + 0.96 · 0.02 = 3.9 %, which is less than 5 %.
        assertThat(RankSimulation.ranges(companies, 3, 0.04))
                .isEqualTo(Map.of("first", new RankRange(1, 1), "second", new RankRange(2, 2)));
    }

    @Test
    void dependsNotOnTheOrderOfTheCompanies() {
        List<ScoreSpread> companies = new ArrayList<>(invented(300));
        Map<String, RankRange> ranges = RankSimulation.ranges(companies, 400, 0.12);

        Collections.shuffle(companies, new Random(3));

        assertThat(RankSimulation.ranges(companies, 400, 0.12)).isEqualTo(ranges);
    }

    /** The figures are part of the outputs that are compared byte by byte: they may change with the program's version only. */
    @Test
    void givesTheSameFiguresOnEveryMachine() {
        Map<String, RankRange> ranges = new TreeMap<>(RankSimulation.ranges(invented(300), 400, 0.12));

        assertThat(ranges.get("company-0007")).isEqualTo(new RankRange(47, 70));
        assertThat(HexFormat.of()
                        .formatHex(Sha256.digest()
                                .digest(ranges.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo("ef3b346419b9843c8ce774007f6bf4b53025cc6cb892b48029690c536dcf00c6");
    }

    @Test
    void takesSecondsForAThousandCompanies() {
        List<ScoreSpread> companies = invented(1000);
        long begun = System.nanoTime();

        RankSimulation.ranges(companies, 400, 0.12);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    private static List<ScoreSpread> invented(int count) {
        Random random = new Random(5);
        List<ScoreSpread> companies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int lowest = random.nextInt(100);
            int between = random.nextInt(60);
            int highest = 200 - lowest - between;
            companies.add(new ScoreSpread(
                    String.format(java.util.Locale.ROOT, "company-%04d", i),
                    between + 2 * highest,
                    lowest,
                    between,
                    highest));
        }
        return companies;
    }
}
