package org.mera.ranking;

import java.util.Arrays;

/**
 * Draws how many of some cells move, each with the same probability: by inversion of the cumulated probabilities. They are computed by additions,
 * multiplications and divisions alone, which are equal on every machine, from the most probable number outwards, so that nothing vanishes below
 * the smallest number where there are many cells.
 */
final class BinomialTable {

    private static final int GUIDES = 256;
    /** What is less probable than this in comparison with the most probable number is never drawn: a draw has 53 bits. */
    private static final double NEGLIGIBLE = 0x1.0p-60;

    private final int lowest;
    private final double[] cumulated;
    private final short[] guide = new short[GUIDES];

    /**
     * @param cells       from 0
     * @param probability that a cell moves, 0 to 1
     */
    BinomialTable(int cells, double probability) {
        if (cells < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("No binomial distribution: " + cells + ", " + probability);
        }
        double[] weights = weights(cells, probability);
        int from = 0;
        while (weights[from] == 0) {
            from++;
        }
        int to = weights.length;
        while (weights[to - 1] == 0) {
            to--;
        }
        this.lowest = from;
        this.cumulated = cumulated(Arrays.copyOfRange(weights, from, to));
        for (int i = 0, at = 0; i < GUIDES; i++) {
            while (cumulated[at] <= (double) i / GUIDES) {
                at++;
            }
            guide[i] = (short) at;
        }
    }

    /** Each number's weight in comparison with that of the most probable one; 0 where it is negligible. */
    private static double[] weights(int cells, double probability) {
        double[] weights = new double[cells + 1];
        int mode = Math.min(cells, (int) ((cells + 1) * probability));
        weights[mode] = 1;
        for (int k = mode; k < cells && weights[k] > NEGLIGIBLE; k++) {
            weights[k + 1] = weights[k] * ((cells - k) * probability) / ((k + 1) * (1 - probability));
        }
        for (int k = mode; k > 0 && weights[k] > NEGLIGIBLE; k--) {
            weights[k - 1] = weights[k] * (k * (1 - probability)) / ((cells - k + 1) * probability);
        }
        return weights;
    }

    private static double[] cumulated(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] cumulated = new double[weights.length];
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            below += weights[i];
            cumulated[i] = below / sum;
        }
        cumulated[weights.length - 1] = 1;
        return cumulated;
    }

    /** {@return how many cells move} {@code random} is from 0 to below 1. */
    int draw(double random) {
        int at = guide[(int) (random * GUIDES)];
        while (cumulated[at] <= random) {
            at++;
        }
        return lowest + at;
    }

    /** {@return how probable a number is} */
    double probability(int moved) {
        int at = moved - lowest;
        if (at < 0 || at >= cumulated.length) {
            return 0;
        }
        return at == 0 ? cumulated[0] : cumulated[at] - cumulated[at - 1];
    }
}
