package org.mera.batch;

import java.util.List;
import java.util.Map;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.mera.report.JdbcReports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cuts the reports of a revision into chunks and hands all of them out, those that were done too: the set of outputs is begun anew, and what they
 * have printed belongs into it.
 */
@Component
@StepScope
class ReportPartitioner implements Partitioner {

    private static final int MOST_CHUNKS = 500;

    /** A report takes far longer than a check: with small chunks no thread waits long for the last one. */
    private static final int CHUNK_SIZE = 20;

    private final ActiveRun run;
    private final JdbcChunks chunks;
    private final JdbcReports reports;
    private final PaperPresses presses;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;

    ReportPartitioner(
            @Value("#{stepExecution}") StepExecution execution,
            ActiveRuns runs,
            JdbcChunks chunks,
            JdbcReports reports,
            PaperPresses presses,
            JdbcCycleLocks locks,
            JdbcTransactions transactions) {
        this.run = runs.get(execution.getJobParameters());
        this.chunks = chunks;
        this.reports = reports;
        this.presses = presses;
        this.locks = locks;
        this.transactions = transactions;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        if (!run.settings().reports()) {
            return Map.of();
        }
        Revision revision = run.revision();
        if (chunks.of(revision, ReportStep.NAME).isEmpty()) {
            transactions.inTransaction(connection -> {
                locks.requireHeld(revision.year(), run.lock().token());
                reports.plan(
                        revision,
                        ReportStep.NAME,
                        ReportStep.COMMITTEE_FILE,
                        Math.min(CHUNK_SIZE, run.settings().chunkSize()),
                        MOST_CHUNKS);
            });
        }
        presses.open(run);
        List<Chunk> all = chunks.of(revision, ReportStep.NAME);
        ChunkPartitions.announce(run, ReportStep.NAME, all);
        return ChunkPartitions.partitions(all);
    }
}
