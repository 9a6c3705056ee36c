package org.mera.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has the chunks of a step done: the first are begun while the executions of the others are still being made. Which chunks are left is judged by our
 * tables, so nobody asks for each of hundreds what an earlier run made of it. The cutting is done again from its beginning where a passing fault of
 * the database undid it, under the run's lock.
 */
final class ChunkHandler implements PartitionHandler {

    private final Step worker;
    private final Partitioner partitioner;
    private final JobRepository repository;
    private final ActiveRuns runs;
    private final Patiently patiently;
    private final RunThreads threads;

    /** @param worker does a chunk */
    ChunkHandler(
            Step worker,
            Partitioner partitioner,
            JobRepository repository,
            ActiveRuns runs,
            Patiently patiently,
            RunThreads threads) {
        this.worker = worker;
        this.partitioner = partitioner;
        this.repository = repository;
        this.runs = runs;
        this.patiently = patiently;
        this.threads = threads;
    }

    /**
     * Returns when all that was begun has ended, also where not all could be begun.
     *
     * @throws JobInterruptedException where the run was asked to stop before all were begun: the step counts as complete only with all of them
     */
    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution step)
            throws JobInterruptedException {
        StopSignal stop = runs.get(step.getJobParameters()).stop();
        List<StepExecution> executions = new ArrayList<>();
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        try {
            for (String chunk : chunks(step)) {
                if (stop.isRequested()) {
                    throw new JobInterruptedException("Stopped before all chunks were begun");
                }
                StepExecution execution =
                        repository.createStepExecution(worker.getName() + ":" + chunk, step.getJobExecution());
                executions.add(execution);
                begun.add(CompletableFuture.runAsync(() -> execute(execution), threads));
            }
        } finally {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        }
        return executions;
    }

    private Set<String> chunks(StepExecution step) {
        ActiveRun run = runs.get(step.getJobParameters());
        return patiently.call(run.lock(), attempt -> partitioner.partition(1)).keySet();
    }

    private void execute(StepExecution execution) {
        try {
            worker.execute(execution);
        } catch (JobInterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
