package org.mera.batch;

import java.time.Duration;
import java.util.List;

/** How long a passing fault is waited out before the same is tried again, and how often. */
final class BackOff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15));

    private BackOff() {}

    /** {@return whether a fault of this attempt, counted from 1, is worth another one} */
    static boolean worthAnother(int attempt, Throwable fault) {
        return attempt <= PAUSES.size() && Causes.isTransient(fault);
    }

    /** Waits after this attempt, counted from 1. */
    static void pause(int attempt) {
        try {
            Thread.sleep(PAUSES.get(attempt - 1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to try again", e);
        }
    }
}
