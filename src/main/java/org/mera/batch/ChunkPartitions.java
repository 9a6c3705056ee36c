package org.mera.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Chunk;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Chunks as partitions: each is described by its number alone, so that any process with the database and the inbox can do it. */
final class ChunkPartitions {

    private static final String NUMBER = "chunk";

    private ChunkPartitions() {}

    /** {@return a partition for each chunk that is not done} What has to be done is judged by our tables, and told to the run's progress. */
    static Map<String, ExecutionContext> begin(ActiveRun run, String step, List<Chunk> chunks) {
        List<Chunk> left = chunks.stream()
                .filter(chunk -> chunk.state() != Chunk.State.DONE)
                .toList();
        if (left.size() < chunks.size()) {
            run.progress().goesOn(step, left.size(), chunks.size());
        }
        announce(run, step, left);
        return partitions(left);
    }

    /** Tells the run's progress what a step is going to do. */
    static void announce(ActiveRun run, String step, List<Chunk> chunks) {
        run.progress().stepStarted(step, chunks.stream().mapToLong(Chunk::items).sum(), StepUnits.of(step));
    }

    /** {@return a partition for each of these chunks} */
    static Map<String, ExecutionContext> partitions(List<Chunk> chunks) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Chunk chunk : chunks) {
            partitions.put(NUMBER + chunk.number(), new ExecutionContext());
        }
        return partitions;
    }

    /**
     * {@return the number of the chunk that a worker's step is to do} Told by the step's name: Spring Batch stores the name first and the context
     * later, and a restart after a kill between the two finds an empty context.
     */
    static int number(StepExecution worker) {
        String name = worker.getStepName();
        return Integer.parseInt(name.substring(name.lastIndexOf(NUMBER) + NUMBER.length()));
    }
}
