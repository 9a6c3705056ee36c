package org.mera.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the schedule from the server's start to its end, whenever a date comes, and now and then: clocks may be set. */
@Component
public final class ScheduleThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScheduleThread.class);

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;

    ScheduleThread(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::look, "schedule");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Starts no job any more. Returns when the start of one that was due has come to its end. */
    @Override
    public void stop() {
        ended.countDown();
        Thread looking = looking();
        if (looking == null) {
            return;
        }
        try {
            looking.join(LONGEST_SLEEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread looking() {
        return thread;
    }

    @Override
    public boolean isRunning() {
        Thread looking = looking();
        return looking != null && looking.isAlive();
    }

    private void look() {
        try {
            Duration sleep = Duration.ZERO;
            while (!ended.await(sleep.toMillis(), TimeUnit.MILLISECONDS)) {
                sleep = startWhatIsDue();
            }
        } catch (InterruptedException e) {
            log.debug("Is interrupted", e);
        }
    }

    /** Starts what is due. {@return how long nothing has to be done then} */
    private Duration startWhatIsDue() {
        try {
            return untilThen(scheduler.startWhatIsDue());
        } catch (RuntimeException e) {
            log.error("The schedule could not be looked at; it is tried again in {}", LONGEST_SLEEP, e);
            return LONGEST_SLEEP;
        }
    }

    private Duration untilThen(Optional<Instant> next) {
        Duration until =
                next.map(date -> Duration.between(clock.instant(), date)).orElse(LONGEST_SLEEP);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        // A moment later than the date, which may fall between two milliseconds.
        return until.compareTo(LONGEST_SLEEP) < 0 ? until.plusMillis(1) : LONGEST_SLEEP;
    }
}
