package org.mera.batch;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mera.cycle.Revision;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

/** The runs that go on in this process, found by the job's identifying parameters: year and revision. */
@Component
class ActiveRuns {

    private static final String YEAR = "year";
    private static final String REVISION = "revision";

    /** Not by the parameters themselves: to Spring Batch those are equal that have the same names. */
    private final Map<Key, ActiveRun> runs = new ConcurrentHashMap<>();

    private record Key(long year, long revision) {

        static Key of(JobParameters parameters) {
            return new Key(
                    Objects.requireNonNull(parameters.getLong(YEAR)),
                    Objects.requireNonNull(parameters.getLong(REVISION)));
        }

        static Key of(Revision revision) {
            return new Key(revision.year(), revision.number());
        }
    }

    /** {@return the parameters that identify the job of a revision} */
    static JobParameters parameters(int year, int revision) {
        return new JobParametersBuilder()
                .addLong(YEAR, (long) year)
                .addLong(REVISION, (long) revision)
                .toJobParameters();
    }

    void add(ActiveRun run) {
        runs.put(Key.of(run.revision()), run);
    }

    void remove(ActiveRun run) {
        runs.remove(Key.of(run.revision()));
    }

    /** {@return the run with these parameters} */
    ActiveRun get(JobParameters parameters) {
        ActiveRun run = runs.get(Key.of(parameters));
        if (run == null) {
            throw new IllegalStateException("No run in this process has the parameters " + parameters);
        }
        return run;
    }

    /** {@return the run of a revision} Empty where this process has none of it. */
    Optional<ActiveRun> of(Revision revision) {
        return Optional.ofNullable(runs.get(Key.of(revision)));
    }
}
