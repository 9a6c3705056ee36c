package org.mera.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleException;
import org.mera.cycle.RunSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs in the background, each in a thread of its own. */
@Component
class BackgroundRuns implements RunDesk {

    private static final Logger log = LoggerFactory.getLogger(BackgroundRuns.class);

    private final JobRuns jobs;
    private final ApprovalDesk approvals;
    private final Clock clock;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    BackgroundRuns(JobRuns jobs, ApprovalDesk approvals, Clock clock) {
        this.jobs = jobs;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public StartedRun run(RunSettings settings) {
        return started(settings.year(), progress -> jobs.run(settings, progress))
                .orElseThrow();
    }

    @Override
    public StartedRun rerun(int year) {
        return started(year, progress -> jobs.rerun(year, progress)).orElseThrow();
    }

    @Override
    public Optional<StartedRun> approve(int year, String protocol) {
        return started(
                year, progress -> approvals.approve(year, protocol, progress).run());
    }

    @Override
    public boolean stop(int year) {
        return false;
    }

    @Override
    public Optional<LiveRun> live(int year) {
        return live().stream().filter(run -> run.year() == year).findFirst();
    }

    @Override
    public List<LiveRun> live() {
        return running.values().stream().map(Running::live).toList();
    }

    @Override
    public void listen(RunListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean close(Duration limit) {
        closed = true;
        Instant until = clock.instant().plus(limit);
        while (!running.isEmpty() && clock.instant().isBefore(until)) {
            BackOff.pause(1);
        }
        return running.isEmpty();
    }

    /** {@return the run} Empty where there was nothing to be done and no run was written down. */
    private Optional<StartedRun> started(int year, Function<Progress, RunSummary> work) {
        if (closed) {
            throw new CycleException("The server is being stopped: it starts no run any more");
        }
        CompletableFuture<Optional<StartedRun>> begun = new CompletableFuture<>();
        Running run = new Running(year, Acting.account().orElse(""), clock.instant(), begun);
        new Thread(Acting.carried(() -> run(run, work)), "run-" + year).start();
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void run(Running run, Function<Progress, RunSummary> work) {
        RunSummary summary = null;
        String message = "";
        try {
            summary = work.apply(run);
            message = String.join("; ", summary.causes());
            run.begun.complete(Optional.empty());
        } catch (RuntimeException e) {
            if (!run.begun.completeExceptionally(e)) {
                log.error("The run of {} broke off", run.year, e);
            }
            message = Causes.inWords(e);
        } finally {
            end(run, summary, message);
        }
    }

    private void end(Running run, @Nullable RunSummary summary, String message) {
        if (running.remove(run.id) != null) {
            EndedRun ended = new EndedRun(
                    run.id, run.year, false, summary, message, Duration.between(run.since, clock.instant()));
            tell(listener -> listener.ended(ended));
        }
    }

    private void tell(java.util.function.Consumer<RunListener> word) {
        for (RunListener listener : listeners) {
            try {
                word.accept(listener);
            } catch (RuntimeException e) {
                log.error("A listener of the runs failed", e);
            }
        }
    }

    /** A run that goes on, and how it gets on. */
    private final class Running implements Progress {

        private final int year;
        private final String who;
        private final Instant since;
        private final CompletableFuture<Optional<StartedRun>> begun;
        private long id;
        private String step = "";
        private long done;
        private long total;
        private String unit = "";

        Running(int year, String who, Instant since, CompletableFuture<Optional<StartedRun>> begun) {
            this.year = year;
            this.who = who;
            this.since = since;
            this.begun = begun;
        }

        @Override
        public void begun(long run) {
            id = run;
            running.put(id, this);
            StartedRun started = new StartedRun(run, year);
            begun.complete(Optional.of(started));
            tell(listener -> listener.begun(started));
        }

        @Override
        public synchronized void stepStarted(String name, long of, String ofWhat) {
            step = name;
            done = 0;
            total = of;
            unit = ofWhat;
        }

        @Override
        public synchronized void advanced(long by) {
            done += by;
        }

        @Override
        public void stepFinished(String name) {}

        synchronized LiveRun live() {
            return new LiveRun(id, year, who, since, step, done, total, unit, Optional.empty(), false);
        }
    }
}
