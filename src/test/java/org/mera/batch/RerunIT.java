package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mera.batch.TwelveCompanies.assertFailed;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.MethodologySource;
import org.mera.cycle.PaperSources;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodologies;
import org.mera.methodology.ScoreClass;
import org.mera.seal.SealedFile;

/** What failed is done again, is told as long as it stands, and is history afterwards. */
class RerunIT {

    private static final int COMPANIES = TwelveCompanies.COMPANIES;

    private final RatingHome home;
    private final List<String> companies = new ArrayList<>();

    RerunIT(@TempDir Path folder) {
        home = new RatingHome(folder).chunkSize(3);
    }

    @BeforeEach
    void fillInbox() {
        companies.addAll(TwelveCompanies.write(home));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void keepsEachFailureAsHistoryOnceItsChunkIsDone() throws Exception {
        failFor(companies.get(4));
        home.run();
        home.rerun();

        List<RunStatus.Run> failed = home.status().runs();
        assertFailed(failed.get(0).failedChunks(), failedChunk(2, 2, Since.FAILED));
        assertThat(failed.get(0).pastFailures()).isEmpty();
        assertThat(failed.get(1).failedChunks()).isEmpty();
        assertFailed(failed.get(1).pastFailures(), failedChunk(1, 1, Since.FAILED_AGAIN));

        home.execute("drop trigger fail on submission");
        assertThat(home.rerun().reassessed()).isEqualTo(3);

        List<RunStatus.Run> done = home.status().runs();
        assertThat(done).extracting(RunStatus.Run::state).containsExactly("COMPLETED", "FAILED", "FAILED");
        assertThat(done).flatExtracting(RunStatus.Run::failedChunks).isEmpty();
        assertThat(done.get(0).pastFailures()).isEmpty();
        assertFailed(done.get(1).pastFailures(), failedChunk(2, 2, Since.DONE));
        assertFailed(done.get(2).pastFailures(), failedChunk(1, 1, Since.DONE));

        write("tables.csv", "Д1 п. 3", "Д1 п. 4");
        home.execute("create trigger fail before insert on submission for each row execute function fail()");
        home.rerun();
        assertFailed(home.status().runs().get(0).failedChunks(), failedChunk(1, 1, Since.FAILED));
        write("tables.csv", "Д1 п. 4", "Д1 п. 5");
        home.execute("drop trigger fail on submission");
        home.rerun();
        assertFailed(home.status().runs().get(1).pastFailures(), failedChunk(1, 1, Since.REPLACED));
    }

    @Test
    void countsTheAttemptsAtAFileThatStaysUnreadable() throws Exception {
        Path link = home.inbox().resolve("more/link.csv");
        Files.createDirectory(link.getParent());
        Files.createSymbolicLink(link, home.inbox().resolve("nowhere"));
        home.run();
        home.rerun();

        assertThat(home.status().runs().get(0).failedChunks())
                .extracting(
                        RunStatus.FailedChunk::step,
                        RunStatus.FailedChunk::unit,
                        RunStatus.FailedChunk::file,
                        RunStatus.FailedChunk::cause,
                        RunStatus.FailedChunk::attempts,
                        RunStatus.FailedChunk::runs)
                .containsExactly(tuple(
                        "discover",
                        "files",
                        "more/link.csv",
                        "unreadable-file: " + link + " is not there, or is a link that leads nowhere",
                        2,
                        2));

        Files.delete(link);
        home.write("more/link.csv", TableText.DOCUMENTS);
        RunSummary done = home.rerun();

        assertThat(done.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        List<RunStatus.Run> runs = home.status().runs();
        assertThat(runs).flatExtracting(RunStatus.Run::failedChunks).isEmpty();
        assertThat(runs)
                .extracting(run -> run.pastFailures().stream()
                        .map(RunStatus.FailedChunk::since)
                        .toList())
                .containsExactly(List.of(), List.of(Since.REPLACED), List.of(Since.FAILED_AGAIN));
    }

    @Test
    void namesAFileThatMayNotBeRead() throws Exception {
        Path file = home.inbox().resolve("tables.csv");
        Files.setPosixFilePermissions(file, Set.of());
        assumeThat(Files.isReadable(file)).as("root reads every file").isFalse();

        RunSummary failed = home.run();

        assertThat(failed.failed())
                .extracting(RunStatus.FailedChunk::file, RunStatus.FailedChunk::cause)
                .containsExactly(
                        tuple("tables.csv", "unreadable-file: " + file + " may not be read: permission denied"));
    }

    @Test
    void rerunsWhatTheLastRunWasToldWithNoFileButTheInbox() throws Exception {
        Path methodology = home.inbox().resolveSibling("methodology.yaml");
        try (InputStream bundled = RerunIT.class.getResourceAsStream("/methodology/anti-corruption-rating.yaml")) {
            Files.copy(Objects.requireNonNull(bundled), methodology);
        }
        Path texts = Files.writeString(methodology.resolveSibling("texts.csv"), "1;Текст\n");
        RunSettings told = new RunSettings(
                new MethodologySource.InFile(methodology),
                RatingHome.YEAR,
                home.inbox(),
                home.inbox().resolveSibling("elsewhere"),
                null,
                Locale.ENGLISH,
                7,
                3,
                true,
                new PaperSources(Files.createDirectories(methodology.resolveSibling("own")), texts),
                List.of(
                        new ScoreClass("A «1»", new BigDecimal("75.50")),
                        new ScoreClass("B, {2}", new BigDecimal("0"))),
                "name: рейтинг\n",
                "рейтинг");
        JobRuns runs = home.bean(JobRuns.class);
        RunSummary first = runs.run(told, Progress.NONE);
        SortedMap<String, String> outputs = filesOf(first.folder());
        Files.delete(methodology);
        Files.delete(first.folder().resolve("ranking.csv"));

        RunSummary again = home.rerun();

        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(again.messages()).containsExactly("Missing or damaged outputs were restored: ranking.csv");
        assertThat(filesOf(first.folder())).isEqualTo(outputs);
        RunSettings stored =
                home.bean(JdbcRuns.class).newestSettings(RatingHome.YEAR).orElseThrow();
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("methodology")
                .isEqualTo(told);
        assertThat(stored.methodology().load()).isEqualTo(Methodologies.bundled("anti-corruption-rating"));
        assertThat(home.rerun().messages()).containsExactly("All outputs were verified: they are what was sealed");
    }

    @Test
    void hasNothingToDoAgainBeforeTheFirstRun() {
        JobRuns runs = home.bean(JobRuns.class);

        assertThatThrownBy(home::rerun)
                .isInstanceOf(CycleException.class)
                .hasMessage("Nothing has been run yet; begin with: mera run JOB.yaml");
        home.run();
        assertThatThrownBy(() -> runs.rerun(2024, Progress.NONE))
                .isInstanceOf(CycleException.class)
                .hasMessage("Nothing has been run for 2024 yet; begin with: mera run JOB.yaml --year 2024");
    }

    @Test
    void writesARunDownThatBreaksOffBeforeItKnowsItsRevision() throws Exception {
        home.execute(
                "create function fail() returns trigger language plpgsql as 'begin raise exception ''no revision''; end'");
        home.execute("create trigger fail before insert on revision for each row execute function fail()");

        assertThatThrownBy(home::run).isInstanceOfSatisfying(RunBrokenOffException.class, e -> assertThat(e.year())
                .isEqualTo(RatingHome.YEAR));

        RunStatus.Run run = home.status().runs().get(0);
        assertThat(run.revision()).isNull();
        assertThat(run.state()).isEqualTo("FAILED");
        assertThat(run.message()).isEqualTo("ERROR: no revision");
        home.execute("drop trigger fail on revision");
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void showsHowFarARunIsThatGoesOn() {
        home.threads(1);
        List<RunStatus.Run> seen = new ArrayList<>();
        home.run(new Progress() {
            private String step = "";

            @Override
            public void stepStarted(String started, long total, String unit) {
                step = started;
            }

            @Override
            public void advanced(long by) {
                if (step.equals("assess")) {
                    seen.add(home.status().runs().get(0));
                }
            }

            @Override
            public void stepFinished(String finished) {}
        });

        assertThat(seen).extracting(RunStatus.Run::state).hasSize(4).containsOnly("RUNNING");
        assertThat(seen.get(1).steps())
                .containsExactly(
                        new RunStatus.Step("register", "COMPLETED", 1, 1, "files"),
                        new RunStatus.Step("discover", "COMPLETED", 2, 2, "files"),
                        new RunStatus.Step("assess", "STARTED", 6, COMPANIES, "companies"));
        assertThat(seen.get(1).ended()).isNull();
    }

    private void failFor(String company) throws SQLException {
        home.execute("create function fail() returns trigger language plpgsql as 'begin if new.company = ''" + company
                + "'' then raise exception ''out of sorts''; end if; return new; end'");
        home.execute("create trigger fail before insert on submission for each row execute function fail()");
    }

    private RunStatus.FailedChunk failedChunk(int attempts, int runs, Since since) {
        return TwelveCompanies.failedChunk(companies, attempts, runs, since);
    }

    private void write(String file, String old, String changed) throws IOException {
        home.write(file, Files.readString(home.inbox().resolve(file)).replace(old, changed));
    }

    private static SortedMap<String, String> filesOf(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), SealedFile.sha256(path));
            }
        }
        return files;
    }
}
