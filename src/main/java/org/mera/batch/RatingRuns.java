package org.mera.batch;

import org.jspecify.annotations.Nullable;
import org.mera.cycle.RunSettings;

/** The door to the runs of a rating: what the command line asks for. Close it when done; the database of the home is let go then. */
public interface RatingRuns extends AutoCloseable {

    /** Runs the job, or goes on with the one that failed. {@return what came of it} A failed chunk is an outcome, no exception. */
    RunSummary run(RunSettings settings, Progress progress);

    /** {@return the runs of a rated year} Of all years where it is null; the newest first. */
    RunStatus status(@Nullable Integer year);

    @Override
    void close();
}
