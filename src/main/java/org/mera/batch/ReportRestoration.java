package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.springframework.stereotype.Component;

/** Brings the reports of a revision that is complete into its set again, outside of the job: those that are as they were, and anew those that are not. */
@Component
class ReportRestoration {

    private final JdbcChunks chunks;
    private final ReportStep step;
    private final PaperPresses presses;
    private final Patiently patiently;
    private final RunThreads threads;

    ReportRestoration(
            JdbcChunks chunks, ReportStep step, PaperPresses presses, Patiently patiently, RunThreads threads) {
        this.chunks = chunks;
        this.step = step;
        this.presses = presses;
        this.patiently = patiently;
        this.threads = threads;
    }

    void restore(ActiveRun run) {
        if (!run.settings().reports()) {
            return;
        }
        patiently.run(run.lock(), attempt -> presses.open(run));
        List<Chunk> all = patiently.call(run.lock(), attempt -> chunks.of(run.revision(), ReportStep.NAME));
        ChunkPartitions.announce(run, ReportStep.NAME, all);
        List<FutureTask<Void>> begun = new ArrayList<>();
        for (Chunk chunk : all) {
            FutureTask<Void> task = new FutureTask<>(
                    () -> {
                        run.stop().pass();
                        step.bring(run, chunk.number());
                    },
                    null);
            threads.execute(task);
            begun.add(task);
        }
        awaitAll(begun);
        run.progress().stepFinished(ReportStep.NAME);
    }

    /** Returns when all have ended; the first failure is thrown, the others with it. */
    private static void awaitAll(List<FutureTask<Void>> begun) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (FutureTask<Void> task : begun) {
            boolean ended = false;
            while (!ended) {
                try {
                    task.get();
                    ended = true;
                } catch (InterruptedException e) {
                    // What goes on would write behind the back of whoever clears up.
                    interrupted = true;
                } catch (ExecutionException e) {
                    RuntimeException one = inWords(e);
                    if (failure == null) {
                        failure = one;
                    } else {
                        failure.addSuppressed(one);
                    }
                    ended = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException inWords(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("A report could not be printed", e.getCause());
    }
}
