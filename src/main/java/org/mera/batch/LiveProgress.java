package org.mera.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A run in the background: how it gets on, and its being asked to stop. */
final class LiveProgress implements Progress {

    /** What a step did in its first moment tells nothing of what is to come. */
    private static final Duration TOO_SHORT = Duration.ofSeconds(2);

    private final int year;
    private final String who;
    private final Clock clock;
    private final Consumer<StartedRun> listener;
    private final Instant since;
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<Optional<StartedRun>> begun = new CompletableFuture<>();
    private volatile long id;
    private String step = "";
    private Instant stepSince;
    private long done;
    private long total;
    private String unit = "";

    /** @param listener told when it is written down, before whoever waits for that goes on */
    LiveProgress(int year, String who, Clock clock, Consumer<StartedRun> listener) {
        this.year = year;
        this.who = who;
        this.clock = clock;
        this.listener = listener;
        this.since = clock.instant();
        this.stepSince = since;
    }

    int year() {
        return year;
    }

    long id() {
        return id;
    }

    /** {@return whether it is written down} */
    boolean isBegun() {
        return id > 0;
    }

    StopSignal stop() {
        return stop;
    }

    /** {@return what tells that it is written down} Empty where it ended without that. */
    CompletableFuture<Optional<StartedRun>> begun() {
        return begun;
    }

    Duration duration() {
        return Duration.between(since, clock.instant());
    }

    @Override
    public void begun(long run) {
        id = run;
        StartedRun started = new StartedRun(run, year);
        listener.accept(started);
        begun.complete(Optional.of(started));
    }

    @Override
    public synchronized void stepStarted(String name, long of, String ofWhat) {
        step = name;
        stepSince = clock.instant();
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
        return new LiveRun(id, year, who, since, step, done, total, unit, left(), stop.isRequested());
    }

    private Optional<Duration> left() {
        Duration taken = Duration.between(stepSince, clock.instant());
        if (total == 0 || done == 0 || taken.compareTo(TOO_SHORT) < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round((double) taken.toMillis() * Math.max(0, total - done) / done)));
    }
}
