package org.mera.batch;

import java.time.Duration;
import java.util.List;

/** How long a passing fault is left alone before the same is tried again: ever longer, so that a server that starts is not besieged. */
final class BackOff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5));

    private BackOff() {}

    /** {@return the pause after this attempt, counted from 1} */
    static Duration after(int attempt) {
        return PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
    }

    /** Waits after this attempt, counted from 1. */
    static void pause(int attempt) {
        try {
            Thread.sleep(after(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to try again", e);
        }
    }
}
