package org.mera.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mera.batch.InboxSurvey.SurveyedFile;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.mera.submission.InboxScanner;
import org.mera.submission.InventoryFile;
import org.mera.submission.JdbcInventory;
import org.mera.submission.JdbcScans;
import org.mera.submission.UnreadFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The first step: which files there are, and which companies are registered. */
@Component
class RegisterStep implements Tasklet {

    static final String NAME = "register";

    private static final Logger log = LoggerFactory.getLogger(RegisterStep.class);

    /** So many chunks a thread: enough that the threads end together, few enough that a chunk's own cost does not count. */
    private static final int SHARES_A_THREAD = 8;

    private final ActiveRuns runs;
    private final JdbcInventory inventory;
    private final ChunkRunner chunks;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;

    RegisterStep(
            ActiveRuns runs,
            JdbcInventory inventory,
            ChunkRunner chunks,
            JdbcCycleLocks locks,
            JdbcTransactions transactions) {
        this.runs = runs;
        this.inventory = inventory;
        this.chunks = chunks;
        this.locks = locks;
        this.transactions = transactions;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        Revision revision = run.revision();
        List<InventoryFile> files = look(run);
        transactions.inTransaction(connection -> {
            locks.requireHeld(revision.year(), run.lock().token());
            inventory.replace(revision, files);
            inventory.cutChunks(revision, run.settings().threads() * SHARES_A_THREAD);
        });
        chunks.run(run, NAME, 0, connection -> {
            List<UnreadFile> registers = inventory.unreadRegisters(revision);
            try (JdbcScans scans = new JdbcScans(connection, revision, run.methodology())) {
                for (UnreadFile register : registers) {
                    scans.scan(run.settings().inbox(), register);
                }
                scans.flush();
            }
        });
        return RepeatStatus.FINISHED;
    }

    private static List<InventoryFile> look(ActiveRun run) {
        Path inbox = run.settings().inbox();
        InboxScanner scanner = new InboxScanner(run.methodology());
        InboxSurvey survey = run.survey();
        run.progress().stepStarted(NAME, survey.files().size(), "files");
        List<InventoryFile> files = new ArrayList<>(survey.files().size());
        for (SurveyedFile file : survey.files()) {
            files.add(survey.scan(file)
                    .map(scan -> new InventoryFile(file.file(), file.size(), scan.register(), scan.id()))
                    .orElseGet(() -> look(scanner, inbox, file)));
            run.progress().advanced(1);
        }
        run.progress().stepFinished(NAME);
        return files;
    }

    private static InventoryFile look(InboxScanner scanner, Path inbox, SurveyedFile file) {
        try {
            return new InventoryFile(file.file(), file.size(), scanner.looksLikeRegister(inbox, file.file()), null);
        } catch (IOException e) {
            log.warn("{} cannot be read; the step discover will say so", file.file(), e);
            return new InventoryFile(file.file(), file.size(), false, null);
        }
    }
}
