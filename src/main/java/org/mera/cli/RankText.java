package org.mera.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a company's rank changes, as the screen tells it. */
final class RankText {

    private RankText() {}

    /** {@return from which rank to which} Null is none. */
    static String of(@Nullable Integer before, @Nullable Integer after) {
        if (Objects.equals(before, after)) {
            return before == null ? "not ranked" : "rank " + Numbers.count(before) + " as before";
        }
        return "rank " + named(before) + " → " + named(after);
    }

    /** {@return that others are moved by it} */
    static String moved(int others) {
        return others == 0
                ? ""
                : "; " + Numbers.of(others, "other company changes", "other companies change") + " rank";
    }

    private static String named(@Nullable Integer rank) {
        return rank == null ? "none" : Numbers.count(rank);
    }
}
