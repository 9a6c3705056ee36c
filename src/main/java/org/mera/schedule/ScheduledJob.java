package org.mera.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Schedule;

/**
 * A job that runs by itself.
 *
 * @param year the rated year
 * @param next its next date; null where there is none any more
 * @param last what became of its last date; null where there was none yet
 */
public record ScheduledJob(String name, int year, Schedule schedule, @Nullable Instant next, @Nullable LastDate last) {

    /** {@return the next date by the clocks of the job's zone} */
    public @Nullable ZonedDateTime nextInZone() {
        return next == null ? null : next.atZone(schedule.zone());
    }

    /** {@return the last date by the clocks of the job's zone} */
    public @Nullable ZonedDateTime lastInZone() {
        return last == null ? null : last.date().atZone(schedule.zone());
    }
}
