package org.mera.batch;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mera.cycle.Revision;
import org.mera.submission.JdbcInventory;
import org.mera.submission.JdbcScans;
import org.mera.submission.UnreadFile;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The worker of the second step: reads the files of a chunk to their ends and stores whose records stand where. */
@Component
class DiscoverStep implements Tasklet {

    static final String NAME = "discover";

    private final ActiveRuns runs;
    private final JdbcInventory inventory;
    private final ChunkRunner chunks;

    DiscoverStep(ActiveRuns runs, JdbcInventory inventory, ChunkRunner chunks) {
        this.runs = runs;
        this.inventory = inventory;
        this.chunks = chunks;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        int number = ChunkPartitions.number(contribution.getStepExecution());
        Revision revision = run.revision();
        AtomicInteger read = new AtomicInteger();
        chunks.run(run, NAME, number, connection -> {
            List<UnreadFile> files = inventory.unread(revision, number);
            try (JdbcScans scans = new JdbcScans(connection, revision, run.methodology())) {
                for (UnreadFile file : files) {
                    scans.scan(run.settings().inbox(), file);
                }
                scans.flush();
            }
            read.set(files.size());
        });
        run.progress().advanced(read.get());
        return RepeatStatus.FINISHED;
    }
}
