package org.mera.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.JobFile;
import org.mera.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers of one database, each with the job. */
class TwoServersIT {

    private static final String HOURLY = "schedule:\n  cron: \"0 0 * * * *\"\n  zone: UTC\n";

    private final SetClock clock = new SetClock("2026-06-01T11:30:00Z");
    private final TestDatabase database = TestDatabase.create();
    private final ScheduleHome one;
    private final ScheduleHome other;

    TwoServersIT(@TempDir Path folder) {
        ScheduleHome.writeInbox(folder);
        one = new ScheduleHome(folder, database, clock);
        other = new ScheduleHome(folder, database, clock);
    }

    @AfterEach
    void close() {
        try (database;
                other) {
            one.close();
        }
    }

    @Test
    void runADateOnceWhicheverComesFirst() throws Exception {
        JobFile job = one.job("hourly", HOURLY);
        List<Scheduler> servers = List.of(one.scheduler(job), other.scheduler(job));
        atOnce(servers);

        for (int hour = 12; hour < 17; hour++) {
            String date = "2026-06-01T" + hour + ":00:00Z";
            clock.set(date);
            atOnce(servers);
            awaitEnd(servers.get(0), Instant.parse(date));
            assertThat(ScheduleHome.last(servers.get(0))).isEqualTo(ScheduleHome.last(servers.get(1)));
            assertThat(ScheduleHome.last(servers.get(0)).outcome()).isEqualTo(DateOutcome.COMPLETED);
            assertThat(one.runs()).isEqualTo(hour - 11);
        }
    }

    @Test
    void leaveADateToTheOtherWhereOneDiedWithTheLock() {
        JobFile job = one.job("hourly", HOURLY);
        Scheduler survivor = one.scheduler(job);
        survivor.startWhatIsDue();
        clock.set("2026-06-01T12:00:00Z");
        lock("now() at time zone 'utc' + interval '5 minutes'");

        survivor.startWhatIsDue();
        assertThat(ScheduleHome.hasNoLast(survivor)).isTrue();

        lock("now() at time zone 'utc' - interval '1 second'");
        survivor.startWhatIsDue();
        assertThat(one.ended().succeeded()).isTrue();
    }

    /** As a server leaves it that has died. */
    private void lock(String until) {
        one.bean(JdbcClient.class)
                .sql("insert into shedlock (name, lock_until, locked_at, locked_by) values ('schedule-hourly', " + until
                        + ", now(), 'dead') on conflict (name) do update set lock_until = excluded.lock_until")
                .update();
    }

    private static void atOnce(List<Scheduler> servers) throws Exception {
        CyclicBarrier together = new CyclicBarrier(servers.size());
        ExecutorService threads = Executors.newFixedThreadPool(servers.size());
        try {
            List<Future<Boolean>> all = threads.invokeAll(servers.stream()
                    .map(server -> (Callable<Boolean>) () -> {
                        together.await();
                        server.startWhatIsDue();
                        return true;
                    })
                    .toList());
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitEnd(Scheduler scheduler, Instant date) throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < until) {
            LastDate last = ScheduleHome.last(scheduler);
            if (last != null && last.date().equals(date) && last.outcome() != DateOutcome.RUNNING) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The run of " + date + " does not end");
    }
}
