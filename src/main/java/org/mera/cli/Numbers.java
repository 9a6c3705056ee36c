package org.mera.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as the screen shows them, the same in every locale. */
final class Numbers {

    private Numbers() {}

    /** {@return a count with grouped thousands: 12,345} */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a duration in the two units that matter: 0.4 s, 12 s, 3 min 05 s, 2 h 07 min} */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%d.%d s", seconds, millis % 1000 / 100);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }

    /** {@return a size in kilobytes of 1000 bytes, rounded up: 1 kB, 12,345 kB} */
    static String size(long bytes) {
        return count((bytes + 999) / 1000) + " kB";
    }

    /** {@return how many of something: 1 error, 2 errors} */
    static String of(long number, String singular, String plural) {
        return count(number) + " " + (number == 1 ? singular : plural);
    }
}
