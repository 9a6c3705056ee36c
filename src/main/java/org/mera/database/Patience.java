package org.mera.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting that an interrupt does not cut short: a server half started or half stopped is worse than a late answer, and
 * every wait has its limit. The interrupt is kept for the caller.
 */
final class Patience {

    private Patience() {}

    /** {@return whether the condition came true within the limit} */
    static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                try {
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return the exit code of the process} */
    static int exitOf(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
