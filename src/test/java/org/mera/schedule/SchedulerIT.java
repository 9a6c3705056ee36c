package org.mera.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.EndedRun;
import org.mera.batch.RunDesk;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job by itself on its dates. */
class SchedulerIT {

    private static final String DAILY = schedule("0 0 3 * * *", "Europe/Moscow", "");
    private static final String DAILY_MADE_UP_FOR = schedule("0 0 3 * * *", "Europe/Moscow", "  missed: run\n");

    private final SetClock clock = new SetClock("2026-06-01T12:00:00Z");
    private final TestDatabase database = TestDatabase.create();
    private final Path folder;
    private final ScheduleHome home;

    SchedulerIT(@TempDir Path folder) {
        this.folder = folder;
        home = new ScheduleHome(folder, database, clock);
    }

    @BeforeEach
    void write() {
        ScheduleHome.writeInbox(folder);
    }

    @AfterEach
    void close() {
        try (database) {
            home.close();
        }
    }

    @Test
    void runsOnItsDateAndNotBefore() {
        Scheduler scheduler = home.scheduler(home.job("daily", DAILY));

        assertThat(scheduler.startWhatIsDue()).contains(Instant.parse("2026-06-02T00:00:00Z"));
        clock.set("2026-06-01T23:59:59.999Z");
        scheduler.startWhatIsDue();
        assertThat(home.runs()).isZero();
        assertThat(scheduler.jobs())
                .containsExactly(new ScheduledJob(
                        "daily",
                        2025,
                        Objects.requireNonNull(home.job("daily", DAILY).schedule()),
                        Instant.parse("2026-06-02T00:00:00Z"),
                        null));

        clock.set("2026-06-02T00:00:00Z");
        assertThat(scheduler.startWhatIsDue()).contains(Instant.parse("2026-06-03T00:00:00Z"));
        EndedRun first = home.ended();
        assertThat(first.message()).isEmpty();
        assertThat(first.succeeded()).isTrue();
        assertThat(ScheduleHome.last(scheduler))
                .isEqualTo(new LastDate(Instant.parse("2026-06-02T00:00:00Z"), DateOutcome.COMPLETED, "", first.id()));
        assertThat(ScheduleHome.next(scheduler)).isEqualTo(Instant.parse("2026-06-03T00:00:00Z"));
        assertThat(home.bean(JdbcClient.class)
                        .sql("select split_part(holder, ' (', 1) || ' of ' || job_name from run")
                        .query(String.class)
                        .list())
                .containsExactly("schedule of daily");

        // The date is done, also for a server that starts a moment later.
        clock.set("2026-06-02T00:00:30Z");
        scheduler.startWhatIsDue();
        home.scheduler(home.job("daily", DAILY_MADE_UP_FOR)).startWhatIsDue();
        assertThat(home.runs()).isEqualTo(1);
        assertThat(home.isSilent()).isTrue();
    }

    @Test
    void skipsADateOnWhichNoServerWasUp() {
        home.scheduler(home.job("daily", DAILY)).startWhatIsDue();

        clock.set("2026-06-04T09:00:00Z");
        Scheduler later = home.scheduler(home.job("daily", DAILY));
        later.startWhatIsDue();

        assertThat(home.runs()).isZero();
        assertThat(ScheduleHome.last(later))
                .isEqualTo(new LastDate(Instant.parse("2026-06-04T00:00:00Z"), DateOutcome.MISSED, "", null));
        assertThat(ScheduleHome.next(later)).isEqualTo(Instant.parse("2026-06-05T00:00:00Z"));
    }

    @Test
    void makesUpForMissedDatesOnceWhereTheJobSaysSo() {
        home.scheduler(home.job("daily", DAILY_MADE_UP_FOR)).startWhatIsDue();

        clock.set("2026-06-04T09:00:00Z");
        Scheduler later = home.scheduler(home.job("daily", DAILY_MADE_UP_FOR));
        later.startWhatIsDue();
        EndedRun made = home.ended();
        later.startWhatIsDue();

        assertThat(made.succeeded()).isTrue();
        assertThat(home.runs()).isEqualTo(1);
        assertThat(ScheduleHome.last(later))
                .isEqualTo(new LastDate(Instant.parse("2026-06-04T00:00:00Z"), DateOutcome.COMPLETED, "", made.id()));
        assertThat(ScheduleHome.next(later)).isEqualTo(Instant.parse("2026-06-05T00:00:00Z"));
    }

    @Test
    void isInTimeWhereTheServerWasStartedAnewMeanwhile() {
        home.scheduler(home.job("daily", DAILY)).startWhatIsDue();

        clock.set("2026-06-02T00:05:00Z");
        home.scheduler(home.job("daily", DAILY)).startWhatIsDue();

        assertThat(home.ended().succeeded()).isTrue();
    }

    @Test
    void countsNoDateBeforeTheScheduleWasThere() {
        home.scheduler(home.job("daily", DAILY_MADE_UP_FOR)).startWhatIsDue();

        clock.set("2026-06-04T09:00:00Z");
        String hourly = schedule("0 0 * * * *", "Europe/Moscow", "  missed: run\n");
        Scheduler changed = home.scheduler(home.job("daily", hourly));
        changed.startWhatIsDue();
        assertThat(ScheduleHome.hasNoLast(changed)).isTrue();

        home.scheduler(home.job("daily", "")).startWhatIsDue();
        clock.set("2026-06-05T09:30:00Z");
        Scheduler again = home.scheduler(home.job("daily", hourly));
        again.startWhatIsDue();
        assertThat(ScheduleHome.hasNoLast(again)).isTrue();
        assertThat(home.runs()).isZero();
    }

    @Test
    void runsOnceOnTheDaysWhenTheClocksAreChanged() {
        Scheduler scheduler = home.scheduler(home.job("night", schedule("0 30 2 * * *", "Europe/Berlin", "")));
        clock.set("2026-10-24T12:00:00Z");
        scheduler.startWhatIsDue();

        // 02:30 comes at 00:30 and at 01:30 of UTC.
        clock.set("2026-10-25T00:30:00Z");
        scheduler.startWhatIsDue();
        home.ended();
        clock.set("2026-10-25T01:30:00Z");
        scheduler.startWhatIsDue();
        assertThat(home.runs()).isEqualTo(1);
        assertThat(ScheduleHome.next(scheduler)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));

        // There is no 02:30: 03:30 stands for it.
        clock.set("2027-03-28T01:29:59Z");
        scheduler.startWhatIsDue();
        assertThat(ScheduleHome.last(scheduler).outcome()).isEqualTo(DateOutcome.MISSED);
        clock.set("2027-03-28T01:30:00Z");
        scheduler.startWhatIsDue();
        home.ended();
        assertThat(home.runs()).isEqualTo(2);
        assertThat(ScheduleHome.last(scheduler).date()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void leavesACycleAloneThatIsBeingRun() {
        Scheduler scheduler = home.scheduler(home.job("daily", DAILY));
        scheduler.startWhatIsDue();
        clock.set("2026-06-02T00:00:00Z");

        try (CycleLock held = home.bean(JdbcCycleLocks.class).take(ScheduleHome.YEAR, "operator@example")) {
            assertThat(held.token()).isPositive();
            scheduler.startWhatIsDue();
        }

        LastDate last = ScheduleHome.last(scheduler);
        assertThat(last.outcome()).isEqualTo(DateOutcome.BUSY);
        assertThat(last.message()).startsWith("Cycle 2025 is being run by operator@example since ");
        scheduler.startWhatIsDue();
        assertThat(home.runs()).isZero();
        assertThat(home.isSilent()).isTrue();
    }

    @Test
    void tellsOfARunThatCouldNotBegin() {
        Scheduler scheduler = home.scheduler(home.job("empty", "nothing-there", DAILY));
        scheduler.startWhatIsDue();
        clock.set("2026-06-02T00:00:00Z");

        scheduler.startWhatIsDue();

        LastDate last = ScheduleHome.last(scheduler);
        assertThat(last.outcome()).isEqualTo(DateOutcome.NOT_STARTED);
        assertThat(last.message()).contains("nothing-there");
        assertThat(home.told())
                .isEqualTo(
                        News.notStarted("empty", 2025, last.message(), clock.instant(), "https://mera.example/cycles"));
    }

    @Test
    void hasNothingToRunInAnApprovedCycle() {
        Scheduler scheduler = home.scheduler(home.job("daily", DAILY));
        scheduler.startWhatIsDue();
        home.bean(RunDesk.class).run(home.job("daily", DAILY).settings(org.mera.cycle.JobOptions.NONE));
        home.ended();
        home.bean(RunDesk.class).approve(ScheduleHome.YEAR, "№ 3 от 12.06.2026");
        assertThat(home.ended().message()).isEmpty();

        clock.set("2026-06-02T00:00:00Z");
        scheduler.startWhatIsDue();

        LastDate last = ScheduleHome.last(scheduler);
        assertThat(last.outcome()).isEqualTo(DateOutcome.APPROVED);
        assertThat(last.message()).startsWith("The cycle of 2025 is approved (№ 3 от 12.06.2026)");
        assertThat(home.runs()).isEqualTo(2);
        assertThat(home.isSilent()).isTrue();
    }

    private static String schedule(String cron, String zone, String missed) {
        return "schedule:\n  cron: \"" + cron + "\"\n  zone: " + zone + "\n" + missed;
    }
}
