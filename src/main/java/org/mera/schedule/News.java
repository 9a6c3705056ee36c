package org.mera.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mera.batch.EndedRun;
import org.mera.batch.RunSummary;

/**
 * What is told of a run that has ended, or could not begin.
 *
 * @param job     the job that could not begin; empty where a run has ended
 * @param run     its number; null where none began
 * @param summary null where there is none
 * @param message why it did not succeed; empty where it did
 * @param address of its page in the console
 */
record News(
        Event event,
        Instant at,
        int year,
        String job,
        @Nullable Long run,
        @Nullable RunSummary summary,
        String message,
        Duration duration,
        String address) {

    /** What has happened. */
    enum Event {
        COMPLETED("completed"),
        UNCHANGED("unchanged"),
        FAILED("failed"),
        STOPPED("stopped"),
        NOT_STARTED("not-started");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean isFailure() {
            return this != COMPLETED && this != UNCHANGED;
        }
    }

    static News of(EndedRun run, Instant at, String address) {
        return new News(
                event(run), at, run.year(), "", run.id(), run.summary(), run.message(), run.duration(), address);
    }

    static News notStarted(String job, int year, String message, Instant at, String address) {
        return new News(Event.NOT_STARTED, at, year, job, null, null, message, Duration.ZERO, address);
    }

    private static Event event(EndedRun run) {
        if (run.stopped()) {
            return Event.STOPPED;
        }
        RunSummary summary = run.summary();
        if (!run.succeeded() || summary == null) {
            return Event.FAILED;
        }
        return summary.outcome() == RunSummary.Outcome.UNCHANGED ? Event.UNCHANGED : Event.COMPLETED;
    }

    /** {@return how it is called where telling it is told of} */
    String subject() {
        return run == null ? "job " + job : "run " + run;
    }
}
