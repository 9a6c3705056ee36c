package org.mera.ranking;

import java.math.BigDecimal;
import java.util.List;
import org.mera.methodology.Scale;

/**
 * Which scores a criterion was given, in all columns or in one.
 *
 * @param counts  how many cells have each score of the scale, from 0 upwards
 * @param mean    score, in points, two decimals, half-up
 * @param percent the mean in percent of the highest score, two decimals, half-up
 */
public record ScoreShares(List<Integer> counts, BigDecimal mean, BigDecimal percent) {

    public ScoreShares {
        counts = List.copyOf(counts);
    }

    /** {@return the shares that these counts make} At least one cell is counted. */
    static ScoreShares of(Scale scale, List<Integer> counts) {
        long sum = sum(counts);
        long cells = cells(counts);
        return new ScoreShares(
                counts,
                Measure.points(scale).mean(sum, cells),
                Measure.percentOf(scale.maximumUnits()).mean(sum, cells));
    }

    /** {@return the share of the cells that have this score, in percent, two decimals, half-up} */
    public BigDecimal share(int units) {
        return Measure.percentOf(1).mean(counts.get(units), cells(counts));
    }

    /** {@return the sum of all scores, in units} */
    public long sum() {
        return sum(counts);
    }

    private static long sum(List<Integer> counts) {
        long sum = 0;
        for (int units = 0; units < counts.size(); units++) {
            sum += (long) units * counts.get(units);
        }
        return sum;
    }

    private static long cells(List<Integer> counts) {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }
}
