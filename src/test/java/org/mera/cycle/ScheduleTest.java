package org.mera.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mera.cycle.Schedule.Missed;

/** Dates of a schedule. Berlin's clocks went from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25 October 2026. */
class ScheduleTest {

    @Test
    void countsByTheClocksOfItsZone() {
        Schedule schedule = schedule("0 0 3 * * MON-FRI", "Europe/Moscow");

        // 1 May 2026 is a Friday.
        assertThat(dates(schedule, "2026-04-30T00:00:01Z", 2))
                .containsExactly(Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-04T00:00:00Z"));
    }

    @Test
    void runsOnceWhereTheClocksLeaveTheDateOut() {
        Schedule schedule = schedule("0 30 2 * * *", "Europe/Berlin");

        assertThat(dates(schedule, "2026-03-27T12:00:00Z", 3))
                .containsExactly(
                        at("2026-03-28T02:30+01:00"), at("2026-03-29T03:30+02:00"), at("2026-03-30T02:30+02:00"));
    }

    @Test
    void runsOnceWhereTheClocksShowTheDateTwice() {
        Schedule schedule = schedule("0 30 2 * * *", "Europe/Berlin");

        assertThat(dates(schedule, "2026-10-23T12:00:00Z", 3))
                .containsExactly(
                        at("2026-10-24T02:30+02:00"), at("2026-10-25T02:30+02:00"), at("2026-10-26T02:30+01:00"));
        assertThat(schedule.next(at("2026-10-25T02:10+01:00"))).contains(at("2026-10-26T02:30+01:00"));
    }

    @Test
    void keepsAnHourlyRhythmWhenTheClocksGoForward() {
        Schedule schedule = schedule("0 0 * * * *", "Europe/Berlin");

        assertThat(dates(schedule, "2026-03-29T00:30:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void findsTheLatestOfManyDates() {
        Schedule everySecond = schedule("* * * * * *", "UTC");
        Schedule yearly = schedule("0 0 3 1 6 *", "Europe/Moscow");
        Instant now = Instant.parse("2026-05-31T12:00:00.5Z");

        assertThat(everySecond.latest(Instant.parse("2020-01-01T00:00:00Z"), now))
                .contains(Instant.parse("2026-05-31T12:00:00Z"));
        assertThat(yearly.latest(Instant.parse("2020-01-01T00:00:00Z"), now))
                .contains(Instant.parse("2025-06-01T00:00:00Z"));
        assertThat(yearly.latest(Instant.parse("2025-06-01T00:00:00Z"), now)).isEmpty();
        assertThat(yearly.latest(Instant.parse("2025-05-31T23:59:59Z"), Instant.parse("2025-06-01T00:00:00Z")))
                .contains(Instant.parse("2025-06-01T00:00:00Z"));
    }

    @Test
    void endsWhereThereIsNoSuchDay() {
        assertThat(schedule("0 0 3 31 2 *", "UTC").next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    private static Schedule schedule(String cron, String zone) {
        return new Schedule(cron, ZoneId.of(zone), Missed.SKIP);
    }

    private static List<Instant> dates(Schedule schedule, String after, int count) {
        List<Instant> dates = new ArrayList<>();
        Optional<Instant> date = schedule.next(Instant.parse(after));
        while (dates.size() < count && date.isPresent()) {
            dates.add(date.get());
            date = schedule.next(date.get());
        }
        return dates;
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
