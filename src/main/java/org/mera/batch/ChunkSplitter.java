package org.mera.batch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Makes the executions of a step's chunks. Which chunks are left is judged by our tables, so nobody asks for each of hundreds what an earlier run
 * made of it. The cutting is done again from its beginning where a passing fault of the database undid it, under the run's lock.
 */
final class ChunkSplitter implements StepExecutionSplitter {

    private final String worker;
    private final Partitioner partitioner;
    private final JobRepository repository;
    private final ActiveRuns runs;
    private final Patiently patiently;

    /** @param worker the name of the step that does a chunk */
    ChunkSplitter(
            String worker, Partitioner partitioner, JobRepository repository, ActiveRuns runs, Patiently patiently) {
        this.worker = worker;
        this.partitioner = partitioner;
        this.repository = repository;
        this.runs = runs;
        this.patiently = patiently;
    }

    @Override
    public String getStepName() {
        return worker;
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) {
        ActiveRun run = runs.get(step.getJobParameters());
        Set<String> names = patiently
                .call(run.lock(), attempt -> partitioner.partition(gridSize))
                .keySet();
        Set<StepExecution> executions = new LinkedHashSet<>();
        for (String name : names) {
            executions.add(repository.createStepExecution(worker + ":" + name, step.getJobExecution()));
        }
        return executions;
    }
}
