package org.mera.batch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Makes the executions of a step's chunks, all in one transaction. Which chunks are left is judged by our tables, so nobody asks for each of
 * hundreds what an earlier run made of it.
 */
final class ChunkSplitter implements StepExecutionSplitter {

    private final String worker;
    private final Partitioner partitioner;
    private final JobRepository repository;
    private final ActiveRuns runs;
    private final Patiently patiently;
    private final JdbcTransactions transactions;

    /** @param worker the name of the step that does a chunk */
    ChunkSplitter(
            String worker,
            Partitioner partitioner,
            JobRepository repository,
            ActiveRuns runs,
            Patiently patiently,
            JdbcTransactions transactions) {
        this.worker = worker;
        this.partitioner = partitioner;
        this.repository = repository;
        this.runs = runs;
        this.patiently = patiently;
        this.transactions = transactions;
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
        return patiently.call(run.lock(), attempt -> {
            Set<StepExecution> executions = new LinkedHashSet<>();
            transactions.inTransaction(connection -> {
                if (attempt > 1) {
                    deleteBegun(step.getJobExecution());
                }
                for (String name : names) {
                    executions.add(repository.createStepExecution(worker + ":" + name, step.getJobExecution()));
                }
            });
            return executions;
        });
    }

    /** The word of an earlier attempt's commit may have been lost: what it made is nobody's. */
    private void deleteBegun(JobExecution job) {
        JobExecution stored = repository.getJobExecution(job.getId());
        if (stored != null) {
            for (StepExecution begun : stored.getStepExecutions()) {
                if (begun.getStatus() == BatchStatus.STARTING
                        && begun.getStepName().startsWith(worker + ":")) {
                    repository.deleteStepExecution(begun);
                }
            }
        }
    }
}
