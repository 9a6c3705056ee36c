package org.mera.ranking;

/**
 * Between which ranks a company stands in the middle nine tenths of the simulated rankings.
 *
 * @param best  at 5 %
 * @param worst at 95 %
 */
public record RankRange(int best, int worst) {

    public RankRange {
        if (best < 1 || worst < best) {
            throw new IllegalArgumentException("No range of ranks: " + best + " to " + worst);
        }
    }
}
