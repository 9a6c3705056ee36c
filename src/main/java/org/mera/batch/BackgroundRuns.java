package org.mera.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleException;
import org.mera.cycle.RunSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Runs in the background, each in a thread of its own. */
@Component
class BackgroundRuns implements RunDesk {

    private static final Logger log = LoggerFactory.getLogger(BackgroundRuns.class);

    /** By this name what is logged of a run is found. */
    private static final String RUN = "run";

    /** A run of the year may begin in the second in which another was refused; each has a log of its own. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JobRuns jobs;
    private final ApprovalActs approvals;
    private final Clock clock;
    private final Set<LiveProgress> running = ConcurrentHashMap.newKeySet();

    /** They have ended, but not all listeners know it yet. */
    private final Set<LiveProgress> ending = ConcurrentHashMap.newKeySet();

    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    BackgroundRuns(JobRuns jobs, ApprovalActs approvals, Clock clock) {
        this.jobs = jobs;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public StartedRun run(RunSettings settings) {
        return started(settings.year(), run -> jobs.run(settings, run, run.stop()))
                .orElseThrow();
    }

    @Override
    public StartedRun rerun(int year) {
        return started(year, run -> jobs.rerun(year, run, run.stop())).orElseThrow();
    }

    @Override
    public Optional<StartedRun> approve(int year, String protocol) {
        return started(
                year, run -> approvals.approve(year, protocol, run, run.stop()).run());
    }

    @Override
    public boolean stop(int year) {
        List<LiveProgress> asked =
                running.stream().filter(run -> run.year() == year).toList();
        asked.forEach(run -> run.stop().request(Acting.account().orElseGet(Holder::user)));
        return asked.stream().anyMatch(LiveProgress::isBegun);
    }

    @Override
    public Optional<LiveRun> live(int year) {
        return live().stream().filter(run -> run.year() == year).findFirst();
    }

    @Override
    public List<LiveRun> live() {
        return running.stream()
                .filter(LiveProgress::isBegun)
                .map(LiveProgress::live)
                .sorted(Comparator.comparing(LiveRun::year))
                .toList();
    }

    @Override
    public void listen(RunListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean close(Duration limit) {
        synchronized (this) {
            closed = true;
        }
        running.forEach(run -> run.stop().request("the end of the server"));
        long until = System.nanoTime() + limit.toNanos();
        while (!allToldOf() && System.nanoTime() - until < 0) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return allToldOf();
    }

    /** Those that end are looked for last: a run is never in neither set before its end has been told. */
    private boolean allToldOf() {
        return running.isEmpty() && ending.isEmpty();
    }

    /** {@return the run} Empty where there was nothing to be done and no run was written down. */
    private Optional<StartedRun> started(int year, Function<LiveProgress, RunSummary> work) {
        LiveProgress run = new LiveProgress(year, Acting.account().orElse(""), clock, this::begun);
        add(run);
        String log = "run-" + year + "-" + TIME.format(LocalDateTime.now(clock)) + ".log";
        Runnable logged = Acting.logging(log, () -> Acting.carried(() -> run(run, work)));
        new Thread(logged, "run-" + year).start();
        try {
            return run.begun().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** In the run's own thread. */
    private void begun(StartedRun run) {
        MDC.put(RUN, Long.toString(run.id()));
        tell(listener -> listener.begun(run));
    }

    /** Whoever closes sees a run that was let in. */
    private synchronized void add(LiveProgress run) {
        if (closed) {
            throw new CycleException("The server is being stopped: it starts no run any more");
        }
        running.add(run);
    }

    private void run(LiveProgress run, Function<LiveProgress, RunSummary> work) {
        RunSummary summary = null;
        String message = "";
        try {
            summary = work.apply(run);
            message = String.join("; ", summary.causes());
        } catch (RuntimeException | Error e) {
            message = Causes.inWords(e);
            if (!run.isBegun()) {
                run.begun().completeExceptionally(e);
            } else if (run.stop().isRequested()) {
                log.info("The run of {} ended: {}", run.year(), message);
            } else {
                log.error("The run of {} broke off", run.year(), e);
            }
        } finally {
            end(run, summary, message);
        }
    }

    private void end(LiveProgress run, @Nullable RunSummary summary, String message) {
        ending.add(run);
        try {
            running.remove(run);
            run.begun().complete(Optional.empty());
            tellEnd(run, summary, message);
            MDC.remove(RUN);
        } finally {
            ending.remove(run);
        }
    }

    private void tellEnd(LiveProgress run, @Nullable RunSummary summary, String message) {
        if (run.isBegun()) {
            boolean completed = summary != null && summary.outcome() != RunSummary.Outcome.FAILED;
            EndedRun ended = new EndedRun(
                    run.id(), run.year(), run.stop().isRequested() && !completed, summary, message, run.duration());
            tell(listener -> listener.ended(ended));
        }
    }

    private void tell(Consumer<RunListener> word) {
        for (RunListener listener : listeners) {
            try {
                word.accept(listener);
            } catch (RuntimeException e) {
                log.error("A listener of the runs failed", e);
            }
        }
    }
}
