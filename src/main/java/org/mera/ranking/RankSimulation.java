package org.mera.ranking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.mera.csv.Sha256;

/**
 * Simulates rankings in which scores have moved by a step of the scale, up or down with equal chance, those at the ends inwards only (OECD and
 * JRC: Handbook on Constructing Composite Indicators, 2008, step 7: uncertainty and sensitivity analysis).
 *
 * <p>How many of a company's cells move is drawn from binomial distributions. Each company has random numbers of its own, seeded by its identity,
 * so that its draws depend neither on the other companies nor on their order. All is drawn twice: first the totals of a ranking are only counted,
 * then each company looks up the ranks of its own totals. So no more than the counts, and one company's ranks, are in memory.
 */
final class RankSimulation {

    private static final int DRAWS = 2000;
    /** Of very many companies fewer rankings are simulated: a range then has many places, and time is what counts. */
    private static final int MANY_COMPANIES = 20_000;

    private static final int DRAWS_OF_MANY = 500;

    private static final long SEED = 1;
    /** Rankings that are drawn in one go, by a thread of its own: their counts fit into a processor's cache. */
    private static final int BLOCK = 250;

    private final List<ScoreSpread> companies;
    private final int totalMaximum;
    private final int draws;
    private final BinomialTables moving;
    private final BinomialTables rising;
    /** By ranking and total: how many companies have that total, later how many have a higher one. */
    private final int[][] counts;

    private RankSimulation(List<ScoreSpread> companies, int totalMaximum, double rate) {
        this.companies = companies;
        this.totalMaximum = totalMaximum;
        this.draws = draws(companies.size());
        int cells = companies.stream()
                .mapToInt(each -> each.lowest() + each.between() + each.highest())
                .max()
                .orElse(0);
        this.moving = new BinomialTables(cells, rate);
        this.rising = new BinomialTables(cells, 0.5);
        this.counts = new int[draws][];
    }

    /** {@return how many rankings are simulated of so many companies} */
    static int draws(int companies) {
        return companies > MANY_COMPANIES ? DRAWS_OF_MANY : DRAWS;
    }

    /**
     * {@return the ranges of the ranks, by identity} The same for the same companies in any order, on any machine.
     *
     * @param totalMaximum the highest possible total, in units
     * @param rate         the share of cells that move, 0 to 1
     */
    static Map<String, RankRange> ranges(List<ScoreSpread> companies, int totalMaximum, double rate) {
        RankSimulation simulation = new RankSimulation(companies, totalMaximum, rate);
        IntStream.range(0, simulation.draws / BLOCK).parallel().forEach(simulation::count);
        RankRange[] ranges = new RankRange[companies.size()];
        IntStream.range(0, ranges.length).parallel().forEach(i -> ranges[i] = simulation.range(companies.get(i)));
        Map<String, RankRange> byCompany = new HashMap<>();
        for (int i = 0; i < ranges.length; i++) {
            byCompany.put(companies.get(i).company(), ranges[i]);
        }
        return byCompany;
    }

    private void count(int block) {
        int[][] own = new int[BLOCK][totalMaximum + 1];
        int[] totals = new int[BLOCK];
        for (ScoreSpread company : companies) {
            draw(company, block, totals, 0);
            for (int i = 0; i < BLOCK; i++) {
                own[i][totals[i]]++;
            }
        }
        for (int i = 0; i < BLOCK; i++) {
            counts[block * BLOCK + i] = higher(own[i]);
        }
    }

    private static int[] higher(int[] byTotal) {
        int higher = 0;
        for (int total = byTotal.length - 1; total >= 0; total--) {
            int here = byTotal[total];
            byTotal[total] = higher;
            higher += here;
        }
        return byTotal;
    }

    private RankRange range(ScoreSpread company) {
        int[] ranks = new int[draws];
        for (int block = 0; block < draws / BLOCK; block++) {
            draw(company, block, ranks, block * BLOCK);
        }
        for (int i = 0; i < draws; i++) {
            ranks[i] = counts[i][ranks[i]] + 1;
        }
        Arrays.sort(ranks);
        return new RankRange(ranks[at(Sensitivity.BEST_PERCENT)], ranks[at(Sensitivity.WORST_PERCENT)]);
    }

    /** The place of a percentile among the sorted ranks: the smallest that so many percent do not exceed. */
    private int at(int percent) {
        return (draws * percent + 99) / 100 - 1;
    }

    /** Draws a block's totals of a company: the same whenever it is asked. */
    private void draw(ScoreSpread company, int block, int[] totals, int from) {
        UniformRandomProvider random = random(company, block);
        BinomialTable up = moving.of(company.lowest());
        BinomialTable down = moving.of(company.highest());
        BinomialTable either = moving.of(company.between());
        for (int i = from; i < from + BLOCK; i++) {
            int moved = either.draw(next(random));
            totals[i] = company.total()
                    + up.draw(next(random))
                    - down.draw(next(random))
                    + 2 * rising.of(moved).draw(next(random))
                    - moved;
        }
    }

    private static UniformRandomProvider random(ScoreSpread company, int block) {
        byte[] hash =
                Sha256.digest().digest((SEED + ":" + block + ":" + company.company()).getBytes(StandardCharsets.UTF_8));
        return RandomSource.SPLIT_MIX_64.create(ByteBuffer.wrap(hash).getLong());
    }

    private static double next(UniformRandomProvider random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }
}
