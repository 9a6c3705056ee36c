package org.mera.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.ChunkFailure;

/** The runs of a home, the newest first. */
public record RunStatus(List<Run> runs) {

    /**
     * A run of a rated year.
     *
     * @param id           its number, over all years
     * @param revision     null where it has not come to know its revision
     * @param state        {@code COMPLETED}, {@code FAILED}, {@code RUNNING}, or {@code INTERRUPTED} where its process is gone
     * @param holder       who runs or ran it: user, host, process
     * @param ended        null while it runs
     * @param message      why it failed, in words; empty otherwise
     * @param steps        those of the revision, at its newest run
     * @param failedChunks what failed in this run and is still to be done
     * @param pastFailures what failed in this run and is history
     * @param counts       null where it has ranked nothing
     * @param reports      null where it has published none
     * @param approval     null where it has not approved the cycle
     * @param log          the name of its file in the home's folder of logs; empty where it has none
     */
    public record Run(
            long id,
            int year,
            @Nullable Integer revision,
            String state,
            String holder,
            Instant started,
            @Nullable Instant ended,
            String message,
            List<Step> steps,
            List<FailedChunk> failedChunks,
            List<FailedChunk> pastFailures,
            @Nullable Counts counts,
            @Nullable Reports reports,
            @Nullable Approval approval,
            String log) {

        public Run {
            steps = List.copyOf(steps);
            failedChunks = List.copyOf(failedChunks);
            pastFailures = List.copyOf(pastFailures);
        }

        /** {@return the state in one word for people: a run that somebody has stopped is {@code STOPPED}} */
        public String word() {
            return state.equals("FAILED") && message.startsWith(StoppedException.BEGINNING) ? "STOPPED" : state;
        }

        /** {@return how long it took} Empty where it has not ended, or nobody could write down when. */
        public Optional<Duration> duration() {
            return Optional.ofNullable(ended).map(end -> Duration.between(started, end));
        }
    }

    /**
     * A step of a run.
     *
     * @param total 0 where it is not known
     * @param unit  of what, in the plural
     */
    public record Step(String name, String state, long done, long total, String unit) {}

    /**
     * A chunk with a technical failure.
     *
     * @param items    how many it has
     * @param unit     of what, in the plural: files or companies
     * @param first    file, or INN or code, of its first item
     * @param last     of its last
     * @param file     that the failure has to do with; empty where none
     * @param cause    in words
     * @param attempts how often it has been tried up to this failure
     * @param runs     in how many runs it has failed up to this failure
     * @param time     when it failed
     * @param since    what has become of it
     */
    public record FailedChunk(
            String step,
            int chunk,
            int items,
            String unit,
            String first,
            String last,
            String file,
            String cause,
            int attempts,
            int runs,
            Instant time,
            ChunkFailure.Since since) {

        FailedChunk withoutCause() {
            return new FailedChunk(step, chunk, items, unit, first, last, file, "", attempts, runs, time, since);
        }

        static FailedChunk of(ChunkFailure failure) {
            return new FailedChunk(
                    failure.step(),
                    failure.number(),
                    failure.items(),
                    StepUnits.of(failure.step()),
                    failure.first(),
                    failure.last(),
                    failure.file(),
                    failure.cause(),
                    failure.attempts(),
                    failure.runs(),
                    failure.at(),
                    failure.since());
        }
    }

    /** How many companies. */
    public record Counts(
            int registered, int handedIn, int accepted, int rejected, int warned, int ranked, int withdrawn) {}

    /**
     * The committee's approval of what a run has published.
     *
     * @param reopened why the cycle was opened again; null as long as the approval stands
     */
    public record Approval(int edition, String protocol, LocalDate date, @Nullable String reopened) {}

    /** How many reports a set has, and how many of them were printed for its revision. */
    public record Reports(int printed, int reports) {}

    public RunStatus {
        runs = List.copyOf(runs);
    }
}
