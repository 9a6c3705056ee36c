package org.mera.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mera.audit.JdbcAuditLog;
import org.mera.batch.BatchApplicationOnTestDatabase;
import org.mera.batch.EndedRun;
import org.mera.batch.RunDesk;
import org.mera.batch.RunListener;
import org.mera.batch.ServerRuns;
import org.mera.committee.ApprovalCheck;
import org.mera.cycle.JobFile;
import org.mera.database.TestDatabase;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server's part of a home on real PostgreSQL, with an inbox of two invented companies, whose schedule goes by a clock of the test. */
final class ScheduleHome implements AutoCloseable {

    static final int YEAR = 2025;

    private final Path folder;
    private final SetClock clock;
    private final ServerRuns runs;
    private final BlockingQueue<EndedRun> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<News> told = new LinkedBlockingQueue<>();
    private final Notifications notifications;

    ScheduleHome(Path folder, TestDatabase database, SetClock clock) {
        this.folder = folder;
        this.clock = clock;
        this.runs = BatchApplicationOnTestDatabase.open(folder, database);
        NotifySettings settings = new NotifySettings(
                NotifySettings.When.FAILED,
                "ru",
                new NotifySettings.Mail(List.of(), ""),
                new NotifySettings.Webhook("", "", Duration.ofSeconds(10)),
                1,
                Duration.ZERO);
        notifications = new Notifications(
                settings,
                List.of(new Collecting()),
                new RunAddresses(new MockEnvironment().withProperty("mera.server.url", "https://mera.example")),
                bean(JdbcAuditLog.class),
                new TransactionTemplate(bean(PlatformTransactionManager.class)),
                clock);
        bean(RunDesk.class).listen(new RunListener() {
            @Override
            public void ended(EndedRun run) {
                ended.add(run);
            }
        });
    }

    /** Writes the inbox of all jobs. */
    static void writeInbox(Path folder) {
        new SampleInbox()
                .write(
                        folder.resolve("inbox"),
                        new SampleOptions(2, YEAR, 1, 0),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
    }

    /** {@return a job with this schedule} Empty: with none. */
    JobFile job(String name, String inbox, String schedule) {
        try {
            Path file = folder.resolve(name + ".yaml");
            Files.writeString(
                    file,
                    """
                    name: %s
                    methodology: anti-corruption-rating
                    year: %d
                    inbox: %s
                    out: out
                    cutoff: 2026-05-31
                    %s
                    """
                            .formatted(name, YEAR, inbox, schedule));
            return JobFile.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobFile job(String name, String schedule) {
        return job(name, "inbox", schedule);
    }

    Scheduler scheduler(JobFile... jobs) {
        return new Scheduler(
                new Jobs(List.of(jobs)),
                new JdbcScheduledJobs(bean(JdbcClient.class)),
                new JdbcServersLock(bean(JdbcTemplate.class)),
                bean(RunDesk.class),
                bean(ApprovalCheck.class),
                notifications,
                clock);
    }

    Clock clock() {
        return clock;
    }

    <T> T bean(Class<T> type) {
        return runs.context().getBean(type);
    }

    /** {@return the next run that ends, of those of this server} */
    EndedRun ended() {
        return next(ended);
    }

    /** {@return the next news that is told} */
    News told() {
        return next(told);
    }

    boolean isSilent() {
        return ended.isEmpty() && told.isEmpty();
    }

    static boolean hasNoLast(Scheduler scheduler) {
        return scheduler.jobs().get(0).last() == null;
    }

    /** {@return what became of the job's last date, as any server tells it} */
    static LastDate last(Scheduler scheduler) {
        return Objects.requireNonNull(scheduler.jobs().get(0).last());
    }

    static @Nullable Instant next(Scheduler scheduler) {
        return scheduler.jobs().get(0).next();
    }

    long runs() {
        return bean(JdbcClient.class)
                .sql("select count(*) from run")
                .query(Long.class)
                .single();
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(120, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came within two minutes");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        notifications.close();
        runs.close();
    }

    /** Remembers what is told. */
    private final class Collecting implements Messenger {

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public void tell(News news) {
            told.add(news);
        }
    }
}
