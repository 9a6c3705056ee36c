package org.mera.ranking;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How sensitive the places are to the scores: the range of ranks when scores move by a step as often as experts differ. It is no confidence
 * interval.
 *
 * @param rate   the share of cells that move, four decimals, half-up; 0 where nothing is simulated
 * @param draws  how many rankings were simulated; 0 where nothing is
 * @param ranges by identity; empty where nothing is simulated
 */
public record Sensitivity(Source source, BigDecimal rate, int draws, Map<String, RankRange> ranges) {

    /** Where the rate is from. */
    public enum Source {
        /** No rate is known, and nothing is simulated. */
        NONE,
        /** The experts of this rating among each other. */
        EXPERTS,
        /** The job file. */
        JOB;

        /** {@return as files call it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Between which percentiles of the simulated ranks a company's range lies. */
    public static final int BEST_PERCENT = 5;

    public static final int WORST_PERCENT = 95;

    /** Nothing is simulated. */
    public static final Sensitivity NONE = new Sensitivity(Source.NONE, BigDecimal.ZERO, 0, Map.of());

    public Sensitivity {
        ranges = Map.copyOf(ranges);
    }

    /** {@return whether places were simulated} */
    public boolean isKnown() {
        return source != Source.NONE;
    }

    /** {@return the range of a company's ranks} Empty where nothing is simulated. */
    public Optional<RankRange> range(String company) {
        return Optional.ofNullable(ranges.get(company));
    }
}
