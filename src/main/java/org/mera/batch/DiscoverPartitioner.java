package org.mera.batch;

import java.util.Map;
import org.mera.cycle.JdbcChunks;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hands out the chunks of files that are not read yet. */
@Component
@StepScope
class DiscoverPartitioner implements Partitioner {

    private final ActiveRun run;
    private final JdbcChunks chunks;

    DiscoverPartitioner(@Value("#{stepExecution}") StepExecution execution, ActiveRuns runs, JdbcChunks chunks) {
        this.run = runs.get(execution.getJobParameters());
        this.chunks = chunks;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        return ChunkPartitions.begin(run, DiscoverStep.NAME, chunks.of(run.revision(), DiscoverStep.NAME));
    }
}
