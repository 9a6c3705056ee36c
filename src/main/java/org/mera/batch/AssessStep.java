package org.mera.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;
import org.mera.scoring.Result;
import org.mera.submission.CompanyChecker;
import org.mera.submission.JdbcCompanyFiles;
import org.mera.submission.JdbcSubmissions;
import org.mera.submission.Outcome;
import org.mera.submission.PlannedCompany;
import org.mera.submission.Submission;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The worker of the third step: checks and scores the companies of a chunk and replaces what is stored of them. */
@Component
class AssessStep implements Tasklet {

    static final String NAME = "assess";

    private final ActiveRuns runs;
    private final JdbcChunks chunkTable;
    private final JdbcCompanyFiles companyFiles;
    private final ChunkRunner chunks;

    AssessStep(ActiveRuns runs, JdbcChunks chunkTable, JdbcCompanyFiles companyFiles, ChunkRunner chunks) {
        this.runs = runs;
        this.chunkTable = chunkTable;
        this.companyFiles = companyFiles;
        this.chunks = chunks;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        int number = ChunkPartitions.number(contribution.getStepExecution());
        AtomicInteger assessed = new AtomicInteger();
        chunks.run(run, NAME, number, connection -> {
            Chunk chunk = chunkTable.get(run.revision(), NAME, number);
            assess(run, chunk, connection);
            assessed.set(chunk.items());
        });
        run.assessed(assessed.get());
        return RepeatStatus.FINISHED;
    }

    private void assess(ActiveRun run, Chunk chunk, Connection connection) throws IOException, SQLException {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        CompanyChecker checker = new CompanyChecker(methodology, revision.year(), revision.cutoff());
        JdbcSubmissions submissions = new JdbcSubmissions(revision.year(), revision.number());
        submissions.makeRoom(connection, chunk);
        companyFiles.read(revision, chunk, run.settings().inbox(), run.files(), planned -> {
            Outcome outcome = outcome(checker, planned);
            submissions.add(outcome, planned, sums(methodology, outcome));
            submissions.spill(connection);
        });
        submissions.flush(connection);
    }

    private static JdbcSubmissions.@Nullable Sums sums(Methodology methodology, Outcome outcome) {
        if (outcome.status() != Submission.Status.ACCEPTED) {
            return null;
        }
        Result result =
                Assessment.of(methodology, outcome.counting().orElseThrow()).result(methodology);
        return new JdbcSubmissions.Sums(result.columnSums(), result.sectionSums(), result.total());
    }

    private static Outcome outcome(CompanyChecker checker, PlannedCompany planned) {
        try {
            return checker.check(planned);
        } catch (RuntimeException e) {
            throw new CompanyFailedException(planned.file().company(), e);
        }
    }
}
