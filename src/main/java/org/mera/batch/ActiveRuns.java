package org.mera.batch;

import java.util.Map;
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

    private final Map<JobParameters, ActiveRun> runs = new ConcurrentHashMap<>();

    /** {@return the parameters that identify the job of a revision} */
    static JobParameters parameters(int year, int revision) {
        return new JobParametersBuilder()
                .addLong(YEAR, (long) year)
                .addLong(REVISION, (long) revision)
                .toJobParameters();
    }

    void add(ActiveRun run) {
        runs.put(parametersOf(run), run);
    }

    void remove(ActiveRun run) {
        runs.remove(parametersOf(run));
    }

    /** {@return the run with these parameters} */
    ActiveRun get(JobParameters parameters) {
        ActiveRun run = runs.get(parameters);
        if (run == null) {
            throw new IllegalStateException("No run in this process has the parameters " + parameters);
        }
        return run;
    }

    /** {@return the run of a revision} Empty where this process has none of it. */
    Optional<ActiveRun> of(Revision revision) {
        return Optional.ofNullable(runs.get(parameters(revision.year(), revision.number())));
    }

    private static JobParameters parametersOf(ActiveRun run) {
        return parameters(run.revision().year(), run.revision().number());
    }
}
