package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.mera.audit.AuditEntry;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.RatingFacts;
import org.mera.csv.Problem;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.mera.export.CompanyLayers;
import org.mera.export.Headings;
import org.mera.export.JdbcLayers;
import org.mera.export.Layer;
import org.mera.export.ProblemsCsv;
import org.mera.export.RankingCsv;
import org.mera.export.RankingJson;
import org.mera.methodology.Methodology;
import org.mera.ranking.CellSums;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcRatedSums;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.Ranking;
import org.mera.seal.Publication;
import org.mera.seal.SealedInputs;
import org.mera.seal.SealedRecord;
import org.mera.submission.JdbcProblems;
import org.mera.submission.JdbcRegister;
import org.mera.submission.RegisterEntry;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The fifth step: writes ranking, problems and what a recomputation needs aside, to be published by the last one. */
@Component
class ExportStep implements Tasklet {

    static final String NAME = "export";

    private final ActiveRuns runs;
    private final StoredRanking stored;
    private final JdbcStandings standings;
    private final JdbcLayers layers;
    private final JdbcProblems problems;
    private final JdbcRegister register;
    private final CompanyLists companyLists;
    private final WorkbookExport workbook;
    private final RatingFactsSource factsSource;
    private final JdbcAuditLog log;
    private final JdbcRatedSums sums;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;
    private final SideBySide sideBySide;

    ExportStep(
            ActiveRuns runs,
            StoredRanking stored,
            JdbcStandings standings,
            JdbcLayers layers,
            JdbcProblems problems,
            JdbcRegister register,
            CompanyLists companyLists,
            WorkbookExport workbook,
            RatingFactsSource factsSource,
            JdbcAuditLog log,
            JdbcRatedSums sums,
            JdbcCycleLocks locks,
            JdbcTransactions transactions,
            SideBySide sideBySide) {
        this.runs = runs;
        this.stored = stored;
        this.standings = standings;
        this.layers = layers;
        this.problems = problems;
        this.register = register;
        this.companyLists = companyLists;
        this.workbook = workbook;
        this.factsSource = factsSource;
        this.log = log;
        this.sums = sums;
        this.locks = locks;
        this.transactions = transactions;
        this.sideBySide = sideBySide;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        export(runs.get(contribution.getStepExecution().getJobParameters()));
        return RepeatStatus.FINISHED;
    }

    /** Writes all files of a run's set aside. */
    void export(ActiveRun run) {
        Publication publication = run.beginPublication();
        run.progress().stepStarted(NAME, 0, "files");
        Ranking ranking = ranking(run);
        Methodology methodology = run.methodology();
        CellSums cells = new CellSums(
                methodology.criterionCount() * methodology.columns().size());
        // Three snapshots tell the same: the cycle's lock keeps every writer out, and seal publishes nothing for a run
        // that has lost it.
        Runnable lists = () -> transactions.inSnapshot(connection -> writeLists(run, ranking, publication));
        Runnable ofCompanies =
                () -> transactions.inSnapshot(connection -> companyLists.write(run, ranking, publication));
        Runnable allLayers = () -> {
            RatingFacts facts = factsSource.of(run);
            transactions.inSnapshot(connection -> writeLayers(run, ranking, facts, cells, publication));
        };
        sideBySide.run(() -> sideBySide.run(lists, ofCompanies), allLayers);
        store(run, ranking, cells);
        run.progress().stepFinished(NAME);
    }

    /** What the scores sum up to is stored for the years to come. */
    private void store(ActiveRun run, Ranking ranking, CellSums cells) {
        if (cells.companies() != ranking.companies().size()) {
            throw new IllegalStateException(cells.companies() + " companies with scores that count, "
                    + ranking.companies().size() + " in the ranking");
        }
        transactions.inTransaction(connection -> {
            locks.requireHeld(run.revision().year(), run.lock().token());
            sums.replace(run.revision(), cells);
        });
    }

    /** What the step rank has just ranked; where it has not, because its work was done by another process, what is stored. */
    private Ranking ranking(ActiveRun run) {
        Ranking known = run.takeRanking();
        return known == null ? stored.of(run) : known;
    }

    private void writeLayers(ActiveRun run, Ranking ranking, RatingFacts facts, CellSums cells, Publication publication)
            throws IOException {
        Revision revision = run.revision();
        Counts counts = run.counts(() -> standings.counts(revision));
        try (OutputStream out = publication.newFile("ranking.json");
                Stream<CompanyLayers> companies = layers.of(revision, run.methodology(), ranking)) {
            RankingJson.write(
                    run.methodology(),
                    revision.year(),
                    counts,
                    facts,
                    companies.peek(company -> add(run, company, cells)).iterator(),
                    out);
        }
        written(run);
        if (run.settings().reports()) {
            workbook.write(run, ranking, facts, publication);
            written(run);
        }
    }

    private static void add(ActiveRun run, CompanyLayers company, CellSums cells) {
        if (company.ranked() != null) {
            for (Layer layer : company.layers()) {
                if (layer.counts()) {
                    cells.add(run.record().decisions().counting(run.methodology(), company.company(), layer.scores()));
                }
            }
        }
    }

    private void writeLists(ActiveRun run, Ranking ranking, Publication publication) throws IOException {
        Methodology methodology = run.methodology();
        Locale language = run.settings().language();
        try (OutputStream out = publication.newFile("ranking.csv")) {
            RankingCsv.write(methodology, ranking, out);
        }
        written(run);
        try (OutputStream out = publication.newFile("problems.csv");
                Stream<Problem> all = problems.inOrder(run.revision())) {
            ProblemsCsv.write(all.iterator(), language, Headings.identity(methodology.identification()), out);
        }
        written(run);
        sealedInputs(run, publication);
    }

    private void sealedInputs(ActiveRun run, Publication publication) throws IOException {
        Methodology methodology = run.methodology();
        try (Stream<RegisterEntry> entries = register.entries(run.revision())) {
            SealedInputs.write(
                    publication,
                    run.settings().jobText(),
                    methodology.text(),
                    methodology.identification(),
                    entries.iterator());
        }
        new SealedRecord(run.record(), run.previous()).write(publication, methodology);
        Approving approving = run.approving();
        if (approving != null) {
            try (Stream<AuditEntry> entries = log.entries(run.revision().year())) {
                SealedRecord.writeLog(
                        publication, entries.limit(approving.logEntries()).iterator());
            }
        }
        if (run.settings().reports()) {
            PaperSourceFiles.seal(run.settings().paperSources(), publication);
        }
    }

    /** A file is whole: here the run can be stopped. */
    private static void written(ActiveRun run) {
        run.progress().advanced(1);
        run.stop().pass();
    }
}
