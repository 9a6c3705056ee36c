package org.mera.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mera.company.FileNames;
import org.mera.csv.Sha256;
import org.mera.cycle.Chunk;
import org.mera.cycle.JdbcChunks;
import org.mera.report.JdbcReports;
import org.mera.report.PrintedReport;
import org.mera.seal.SealedFile;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * The worker of the sixth step: brings the reports of a chunk into the set of outputs. One is printed only when what it prints has changed, or its
 * file is gone or damaged.
 */
@Component
class ReportStep implements Tasklet {

    static final String NAME = "report";

    static final String COMMITTEE_FILE = "committee-report.pdf";

    private final ActiveRuns runs;
    private final JdbcChunks chunkTable;
    private final JdbcReports reports;
    private final ChunkRunner chunks;

    ReportStep(ActiveRuns runs, JdbcChunks chunkTable, JdbcReports reports, ChunkRunner chunks) {
        this.runs = runs;
        this.chunkTable = chunkTable;
        this.reports = reports;
        this.chunks = chunks;
    }

    /** {@return the file of a company's report, relative to the set} The committee's where the company is empty. */
    static String file(String company) {
        return company.equals(JdbcReports.COMMITTEE) ? COMMITTEE_FILE : "companies/" + FileNames.of(company) + ".pdf";
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        bring(
                runs.get(contribution.getStepExecution().getJobParameters()),
                ChunkPartitions.number(contribution.getStepExecution()));
        return RepeatStatus.FINISHED;
    }

    /** Brings the reports of a chunk into the set that is being written. */
    void bring(ActiveRun run, int number) {
        chunks.run(run, NAME, number, connection -> {
            Chunk chunk = chunkTable.get(run.revision(), NAME, number);
            boolean committee = chunk.first().equals(COMMITTEE_FILE);
            List<String> wanted = committee ? List.of(JdbcReports.COMMITTEE) : reports.companies(run.revision(), chunk);
            Bringing bringing = new Bringing(run, reports.printed(run.revision().year(), wanted));
            List<String> left = chunk.state() == Chunk.State.DONE ? bringing.takeOverDone(wanted) : wanted;
            if (committee && !left.isEmpty()) {
                run.reports().press().committee(bringing::bring);
            } else if (!left.isEmpty()) {
                run.reports().press().companies(left, bringing::bring);
            }
            requireAll(run, wanted);
            reports.store(run.revision().year(), bringing.fresh);
        });
    }

    private static void requireAll(ActiveRun run, List<String> wanted) {
        for (String company : wanted) {
            if (run.reports().inSet(company) == null) {
                throw new IllegalStateException("The report " + file(company) + " was not printed");
            }
        }
    }

    /** Brings the reports of one chunk, in one attempt. */
    private static final class Bringing {

        private final ActiveRun run;
        private final Map<String, PrintedReport> known;
        private final List<PrintedReport> fresh = new ArrayList<>();

        Bringing(ActiveRun run, Map<String, PrintedReport> known) {
            this.run = run;
            this.known = known;
        }

        /** {@return what is left to be done of a chunk that was done before: nothing has changed since but perhaps the files} */
        List<String> takeOverDone(List<String> wanted) {
            List<String> left = new ArrayList<>();
            for (String company : wanted) {
                PrintedReport report = known.get(company);
                if (report == null
                        || !report.edition().equals(run.reports().press().edition())
                        || !tookOver(report)) {
                    left.add(company);
                }
            }
            return left;
        }

        void bring(PaperPress.Paper paper) {
            PrintedReport already = run.reports().inSet(paper.company());
            PrintedReport before = known.get(paper.company());
            if (already != null) {
                // This chunk was tried before; only what it stored is lost.
                fresh.add(already);
            } else if (before == null || !before.fingerprint().equals(paper.fingerprint())) {
                print(paper, run.revision().number());
            } else if (!tookOver(before)) {
                // It bears the revision that it bore: the same paper, byte for byte.
                print(paper, before.revision());
            }
        }

        private boolean tookOver(PrintedReport report) {
            if (run.reports().inSet(report.company()) != null) {
                return true;
            }
            boolean taken =
                    run.publication().takeOver(new SealedFile(file(report.company()), report.size(), report.sha256()));
            if (taken) {
                run.reports().tookOver(report);
                run.progress().advanced(1);
            }
            return taken;
        }

        private void print(PaperPress.Paper paper, int revision) {
            SealedFile file;
            try {
                file = paper.company().equals(JdbcReports.COMMITTEE)
                        ? printAside(paper, revision)
                        : printInMemory(paper, revision);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                throw paper.company().equals(JdbcReports.COMMITTEE)
                        ? e
                        : new CompanyFailedException(paper.company(), e);
            }
            PrintedReport report = new PrintedReport(
                    paper.company(),
                    paper.fingerprint(),
                    run.reports().press().edition(),
                    file.sha256(),
                    file.size(),
                    revision);
            run.reports().printed(report);
            fresh.add(report);
            run.progress().advanced(1);
        }

        /** Whole before it comes into the set: what fails half-way leaves nothing there. */
        private SealedFile printInMemory(PaperPress.Paper paper, int revision) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
            paper.printing().print(revision, bytes);
            byte[] content = bytes.toByteArray();
            String name = file(paper.company());
            try (OutputStream out = run.publication().newFile(name)) {
                out.write(content);
            }
            return new SealedFile(
                    name,
                    content.length,
                    HexFormat.of().formatHex(Sha256.digest().digest(content)));
        }

        /** The committee's may be long. */
        private SealedFile printAside(PaperPress.Paper paper, int revision) throws IOException {
            Path aside = Files.createTempFile("mera-", ".pdf");
            try {
                try (OutputStream out = Files.newOutputStream(aside)) {
                    paper.printing().print(revision, out);
                }
                String name = file(paper.company());
                try (OutputStream out = run.publication().newFile(name)) {
                    Files.copy(aside, out);
                }
                return new SealedFile(name, Files.size(aside), SealedFile.sha256(aside));
            } finally {
                Files.delete(aside);
            }
        }
    }
}
