package org.mera.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.Acting;
import org.mera.batch.RunDesk;
import org.mera.batch.StartedRun;
import org.mera.committee.ApprovalCheck;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.cycle.Schedule;
import org.mera.cycle.Schedule.Missed;
import org.mera.schedule.JdbcScheduledJobs.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs each job on its dates. A date is dealt with once, by one of the servers of a database, whichever comes first: it takes the job's lock, looks
 * whether another one was faster, starts the run, and writes down that the date is done. A server that dies in between leaves the date to the others.
 */
@Component("schedule")
class Scheduler implements ScheduleDesk {

    /** On whose account the runs are. */
    static final String ACCOUNT = "schedule";

    /** A date is missed when it is older: a server that was started anew meanwhile is still in time. */
    static final Duration IN_TIME = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private final List<JobFile> jobs;
    private final JdbcScheduledJobs dates;
    private final JdbcServersLock lock;
    private final RunDesk desk;
    private final ApprovalCheck approvals;
    private final Notifications notifications;
    private final Clock clock;
    private boolean registered;

    Scheduler(
            Jobs jobs,
            JdbcScheduledJobs dates,
            JdbcServersLock lock,
            RunDesk desk,
            ApprovalCheck approvals,
            Notifications notifications,
            Clock clock) {
        this.jobs = jobs.all();
        this.dates = dates;
        this.lock = lock;
        this.desk = desk;
        this.approvals = approvals;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public List<ScheduledJob> jobs() {
        Instant now = clock.instant();
        return jobs.stream()
                .filter(job -> job.schedule() != null)
                .map(job -> scheduled(job, schedule(job), now))
                .toList();
    }

    private ScheduledJob scheduled(JobFile job, Schedule schedule, Instant now) {
        Optional<State> state = dates.find(job.name());
        Instant next = schedule.next(now).orElse(null);
        return new ScheduledJob(
                job.name(), job.year(), schedule, next, state.map(State::last).orElse(null));
    }

    /** Starts what is due. {@return the next date of any job} Empty where there is none. What fails is tried again with the next call. */
    Optional<Instant> startWhatIsDue() {
        register();
        for (JobFile job : jobs) {
            if (job.schedule() != null) {
                startIfDue(job, schedule(job));
            }
        }
        Instant now = clock.instant();
        return jobs.stream()
                .filter(job -> job.schedule() != null)
                .flatMap(job -> schedule(job).next(now).stream())
                .min(Instant::compareTo);
    }

    private void register() {
        if (registered) {
            return;
        }
        for (JobFile job : jobs) {
            if (job.schedule() == null) {
                dates.forget(job.name());
            } else {
                dates.register(job.name(), schedule(job), clock.instant());
            }
        }
        registered = true;
    }

    private void startIfDue(JobFile job, Schedule schedule) {
        if (due(job, schedule).isPresent()) {
            lock.alone("schedule-" + job.name(), () -> due(job, schedule).ifPresent(date -> deal(job, schedule, date)));
        }
    }

    /** {@return the latest date that nobody has dealt with} Those before it are dealt with by it. */
    private Optional<Instant> due(JobFile job, Schedule schedule) {
        return dates.find(job.name()).flatMap(state -> schedule.latest(state.since(), clock.instant()));
    }

    private void deal(JobFile job, Schedule schedule, Instant date) {
        boolean missed = date.plus(IN_TIME).isBefore(clock.instant());
        if (missed && schedule.missed() == Missed.SKIP) {
            done(job, date, DateOutcome.MISSED, "", null);
        } else {
            start(job, date);
        }
    }

    private void start(JobFile job, Instant date) {
        try {
            approvals.requireOpen(job.year());
        } catch (CycleException e) {
            done(job, date, DateOutcome.APPROVED, message(e), null);
            return;
        }
        try {
            StartedRun run = Acting.as(ACCOUNT, () -> desk.run(job.settings(JobOptions.NONE)));
            done(job, date, DateOutcome.RUNNING, "", run.id());
        } catch (CycleBusyException e) {
            done(job, date, DateOutcome.BUSY, message(e), null);
        } catch (RuntimeException e) {
            log.error("The job {} could not be started on its date {}", job.name(), date, e);
            done(job, date, DateOutcome.NOT_STARTED, message(e), null);
            notifications.notStarted(job, message(e));
        }
    }

    private void done(JobFile job, Instant date, DateOutcome outcome, String message, @Nullable Long run) {
        log.info("Date {} of the job {}: {} {}", date, job.name(), outcome.word(), message);
        dates.done(job.name(), new LastDate(date, outcome, message, run));
    }

    private static String message(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static Schedule schedule(JobFile job) {
        return Objects.requireNonNull(job.schedule());
    }
}
