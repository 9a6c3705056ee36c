package org.mera.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A run of this process that has ended.
 *
 * @param stopped whether it ended because it was asked to stop
 * @param summary null where it broke off
 * @param message why it failed; empty where it did not
 */
public record EndedRun(
        long id, int year, boolean stopped, @Nullable RunSummary summary, String message, Duration duration) {

    /** {@return whether it did what it was to do} */
    public boolean succeeded() {
        return summary != null && summary.outcome() != RunSummary.Outcome.FAILED;
    }
}
