package org.mera.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs of a home, the newest first. */
public record RunStatus(List<Run> runs) {

    /**
     * A run of a rated year.
     *
     * @param state  {@code COMPLETED}, {@code FAILED}, {@code RUNNING}, or {@code INTERRUPTED} where its process is gone
     * @param ended  null while it runs
     * @param counts null where it has ranked nothing
     */
    public record Run(
            int year,
            int revision,
            String state,
            Instant started,
            @Nullable Instant ended,
            List<Step> steps,
            List<FailedChunk> failedChunks,
            @Nullable Counts counts) {

        public Run {
            steps = List.copyOf(steps);
            failedChunks = List.copyOf(failedChunks);
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
     * @param companies how many it has
     * @param first     INN or code of its first company
     * @param cause     in words
     */
    public record FailedChunk(int chunk, String step, int companies, String first, int attempts, String cause) {}

    /** How many companies. */
    public record Counts(int registered, int handedIn, int accepted, int rejected, int warned, int ranked) {}

    public RunStatus {
        runs = List.copyOf(runs);
    }
}
