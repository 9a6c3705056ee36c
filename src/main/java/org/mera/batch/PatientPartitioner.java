package org.mera.batch;

import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The cutting of a step into chunks, done again from its beginning where a passing fault of the database undid it, under the run's lock. */
record PatientPartitioner(Partitioner work, ActiveRuns runs, Patiently patiently) implements Partitioner {

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        StepContext step = Objects.requireNonNull(StepSynchronizationManager.getContext(), "a step is executed");
        ActiveRun run = runs.get(step.getStepExecution().getJobParameters());
        return patiently.call(run.lock(), attempt -> work.partition(gridSize));
    }
}
