package org.mera.batch;

import java.util.Map;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.submission.JdbcInventory;
import org.mera.submission.JdbcPlans;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Cuts the companies into chunks once all files have been read, and hands out those that are not done. */
@Component
@StepScope
class AssessPartitioner implements Partitioner {

    private static final int MOST_CHUNKS = 500;

    private final ActiveRun run;
    private final JdbcChunks chunks;
    private final JdbcPlans plans;
    private final JdbcInventory inventory;
    private final JdbcRevisions revisions;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;

    AssessPartitioner(
            @Value("#{stepExecution}") StepExecution execution,
            ActiveRuns runs,
            JdbcChunks chunks,
            JdbcPlans plans,
            JdbcInventory inventory,
            JdbcRevisions revisions,
            JdbcCycleLocks locks,
            JdbcTransactions transactions) {
        this.run = runs.get(execution.getJobParameters());
        this.chunks = chunks;
        this.plans = plans;
        this.inventory = inventory;
        this.revisions = revisions;
        this.locks = locks;
        this.transactions = transactions;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Revision revision = run.revision();
        if (revisions.get(revision.year(), revision.number()).fingerprint() == null) {
            transactions.inTransaction(connection -> {
                locks.requireHeld(revision.year(), run.lock().token());
                plans.plan(connection, revision, run.settings().chunkSize(), MOST_CHUNKS);
                revisions.fingerprint(revision.year(), revision.number(), inventory.fingerprint(revision));
            });
        }
        return ChunkPartitions.begin(run, AssessStep.NAME, chunks.of(revision, AssessStep.NAME));
    }
}
