package org.mera.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a job runs by itself.
 *
 * @param cron   six fields: second, minute, hour, day of the month, month, day of the week
 * @param zone   whose clocks are meant
 * @param missed what becomes of a date on which no server was up
 */
public record Schedule(String cron, ZoneId zone, Missed missed) {

    /** How far back the latest date is looked for, so that frequent dates of long ago need not be counted one by one. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32));

    /** What becomes of a date on which no server was up. */
    public enum Missed {
        /** The job runs as soon as a server is up again; once, however many dates were missed. */
        RUN,
        /** The job waits for its next date. */
        SKIP;

        /** {@return the word that job files use} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Missed> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * {@return the first date after a moment} Empty where there is none any more. Dates are read off the zone's clocks: one that their going forward
     * leaves out comes as much later as they go forward, one that their going back shows twice comes the first time only.
     */
    public Optional<Instant> next(Instant after) {
        CronExpression expression = CronExpression.parse(cron);
        LocalDateTime date = LocalDateTime.ofInstant(after, zone);
        while (true) {
            date = expression.next(date);
            if (date == null) {
                return Optional.empty();
            }
            Instant moment = date.atZone(zone).toInstant();
            if (moment.isAfter(after)) {
                return Optional.of(moment);
            }
        }
    }

    /** {@return the last date after a moment and not after another} */
    public Optional<Instant> latest(Instant after, Instant until) {
        for (Duration look : LOOKS) {
            Instant from = until.minus(look);
            if (from.isAfter(after)) {
                Optional<Instant> found = lastFrom(from, until);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return lastFrom(after, until);
    }

    private Optional<Instant> lastFrom(Instant after, Instant until) {
        Optional<Instant> last = Optional.empty();
        for (Optional<Instant> date = next(after);
                date.isPresent() && !date.get().isAfter(until);
                date = next(date.get())) {
            last = date;
        }
        return last;
    }
}
