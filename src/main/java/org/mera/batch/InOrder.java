package org.mera.batch;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.StepExecution;

/** Begins the chunks of a step in the order of their numbers. Spring Batch hands them over in any: the longest might come last, and all wait for it. */
final class InOrder extends TaskExecutorPartitionHandler {

    @Override
    protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> chunks) throws Exception {
        List<StepExecution> byNumber = chunks.stream()
                .sorted(Comparator.comparingInt(ChunkPartitions::number))
                .toList();
        return super.doHandle(step, new LinkedHashSet<>(byNumber));
    }
}
