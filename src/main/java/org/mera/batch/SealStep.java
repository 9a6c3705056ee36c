package org.mera.batch;

import java.util.List;
import java.util.Objects;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.seal.Manifest;
import org.mera.seal.Publication;
import org.mera.seal.SealedFile;
import org.mera.submission.JdbcInventory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The last step: puts the new set of outputs in the place of the old one. */
@Component
class SealStep implements Tasklet {

    static final String NAME = "seal";

    private final ActiveRuns runs;
    private final JdbcInventory inventory;
    private final JdbcStandings standings;
    private final JdbcRevisions revisions;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;
    private final String version;

    SealStep(
            ActiveRuns runs,
            JdbcInventory inventory,
            JdbcStandings standings,
            JdbcRevisions revisions,
            JdbcCycleLocks locks,
            JdbcTransactions transactions,
            BuildProperties build) {
        this.runs = runs;
        this.inventory = inventory;
        this.standings = standings;
        this.revisions = revisions;
        this.locks = locks;
        this.transactions = transactions;
        this.version = Objects.requireNonNull(build.getVersion());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        seal(runs.get(contribution.getStepExecution().getJobParameters()));
        return RepeatStatus.FINISHED;
    }

    /** Publishes what the step export has written aside. */
    void seal(ActiveRun run) {
        Revision revision = run.revision();
        run.progress().stepStarted(NAME, 0, "files");
        Publication publication = run.publication();
        Manifest content = content(run);
        // The lock's row stays held while the set is replaced: nobody who takes the cycle over can publish at the same
        // time.
        transactions.inTransaction(connection -> {
            locks.requireHeld(revision.year(), run.lock().token());
            publication.publish(content);
            revisions.mark(revision.year(), revision.number(), Revision.State.COMPLETED);
        });
        run.progress().stepFinished(NAME);
    }

    /** {@return whether a manifest is that of this run's revision} Its outputs are not looked at. */
    boolean isOf(ActiveRun run, Manifest manifest) {
        return manifest.withOutputs(List.of()).equals(content(run));
    }

    private Manifest content(ActiveRun run) {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        return new Manifest(
                revision.year(),
                revision.number(),
                new Manifest.MethodologyEdition(methodology.id(), methodology.version(), methodology.sha256()),
                revision.cutoff(),
                run.settings().language().getLanguage(),
                revision.rulesVersion(),
                standings.counts(revision),
                version,
                inventory.read(revision).stream()
                        .map(file -> new SealedFile(file.file(), file.size(), file.sha256()))
                        .toList(),
                List.of());
    }
}
