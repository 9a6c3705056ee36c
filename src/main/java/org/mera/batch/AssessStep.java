package org.mera.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;
import org.mera.scoring.JdbcResults;
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
        JdbcResults results = new JdbcResults();
        List<String> companies = new ArrayList<>(chunk.items());
        JdbcSubmissions submissions = new JdbcSubmissions(revision.year(), revision.number());
        companyFiles.read(revision, chunk, run.settings().inbox(), run.files(), planned -> {
            Outcome outcome = outcome(checker, planned);
            companies.add(outcome.company());
            submissions.add(outcome, planned);
            if (outcome.status() == Submission.Status.ACCEPTED) {
                results.add(
                        revision.year(),
                        revision.number(),
                        outcome.company(),
                        Assessment.of(methodology, outcome.counting().orElseThrow())
                                .result(methodology));
            }
        });
        submissions.replace(connection, chunk, companies);
        results.flush(connection);
    }

    private static Outcome outcome(CompanyChecker checker, PlannedCompany planned) {
        try {
            return checker.check(planned);
        } catch (RuntimeException e) {
            throw new CompanyFailedException(planned.file().company(), e);
        }
    }
}
