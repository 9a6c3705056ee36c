package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.RunBrokenOffException;
import org.mera.batch.RunSummary;
import org.mera.cli.Console.Result;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.database.DatabaseException;
import org.mera.submission.InboxException;
import org.slf4j.LoggerFactory;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder before all else
final class RunCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    private Path folder;

    private Path job;
    private Path home;
    private Path log;

    @BeforeEach
    void writeJob() throws IOException {
        job = Files.writeString(
                folder.resolve("job.yaml"), "methodology: m\nyear: 2025\ninbox: i\n", StandardCharsets.UTF_8);
        home = folder.resolve("дом");
        log = home.resolve("logs").resolve("run-2025-20261122-071500.log");
    }

    @Test
    void endsWithASummary() {
        Result result = console.run("run", job.toString(), "--home", home.toString());

        assertThat(result)
                .isEqualTo(new Result(
                        0,
                        """
                        assess: 40 companies
                        assess: done, 40 companies in 0.0 s

                        Rating of 2025, revision 3: done in 12 s
                          registered      12,345
                          handed in           40
                          accepted            33
                          rejected             5
                          warned               7
                          ranked              33
                          reassessed          40 of 12,345 companies
                          reports             12 printed of 34
                          failed chunks        0
                          problems       6 errors, 1 warning: bad-score 3, missing-evidence 3, missing-clause 1
                          files          out/2025: ranking.csv, problems.csv
                          log            LOG
                        """
                                .replace("LOG", log.toString()),
                        ""));
        assertThat(capabilities.asked).containsExactly(home, JobFile.load(job).settings(JobOptions.NONE), "closed");
    }

    @Test
    void saysWhoIsWithdrawn() {
        capabilities.summary = FakeCapabilities.summary(
                RunSummary.Outcome.COMPLETED, List.of(), List.of(), List.of("ranking.csv"), 6, 5);
        assertThat(console.run("run", job.toString(), "--home", home.toString())
                        .out()
                        .lines())
                .contains(
                        "  rejected             5, all withdrawn",
                        "  ranked              33",
                        "  withdrawn            6");

        capabilities.summary = FakeCapabilities.summary(
                RunSummary.Outcome.COMPLETED, List.of(), List.of(), List.of("ranking.csv"), 2, 1);
        assertThat(console.run("run", job.toString(), "--home", home.toString())
                        .out()
                        .lines())
                .contains("  rejected             5, 1 of them withdrawn", "  withdrawn            2");
    }

    @Test
    void letsOptionsOverrideTheJobFile() {
        console.run(
                "run",
                job.toString(),
                "--home",
                home.toString(),
                "--year",
                "2024",
                "--inbox",
                "in",
                "--out",
                "o",
                "--cutoff",
                "2025-06-01",
                "--no-reports",
                "--lang",
                "en");

        assertThat(capabilities.asked)
                .contains(JobFile.load(job)
                        .settings(new JobOptions(
                                2024, Path.of("in"), Path.of("o"), LocalDate.of(2025, 6, 1), true, Locale.ENGLISH)));
        assertThat(home.resolve("logs").resolve("run-2024-20261122-071500.log")).exists();
    }

    @Test
    void saysWhatFailedAndWhatToRunAfterFailedChunks() {
        capabilities.summary = FakeCapabilities.summary(
                RunSummary.Outcome.FAILED,
                IntStream.range(0, 6)
                        .mapToObj(number -> FakeCapabilities.failedChunk(number, Since.FAILED))
                        .toList(),
                List.of("the server is gone", "x".repeat(161), "c", "d"),
                List.of());
        Result result = console.run("run", job.toString(), "--home", home.toString(), "--out", "my out");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("Rating of 2025, revision 3: FAILED after 12 s\n")
                .endsWith(
                        """
                          reports             12 printed of 34
                          failed chunks        6, told by mera status
                          problems       6 errors, 1 warning: bad-score 3, missing-evidence 3, missing-clause 1
                          files          out/2025 is as it was before
                          log            LOG
                        """
                                .replace("LOG", log.toString()));
        assertThat(result.err())
                .isEqualTo("6 chunks failed (the server is gone; " + "x".repeat(160)
                        + "…; c; …) and nothing was ranked; to do just what is missing: mera rerun --year 2025 --home '"
                        + home + "'\n");
    }

    @Test
    void saysWhatToRunAfterAnotherFailure() {
        capabilities.summary =
                FakeCapabilities.summary(RunSummary.Outcome.FAILED, List.of(), List.of("no space left"), List.of());

        assertThat(console.with("MERA_HOME", home.toString()).run("run", job.toString()))
                .extracting(Result::code, Result::err)
                .containsExactly(
                        1, "The run failed (no space left); to go on where it failed: mera rerun --year 2025\n");
    }

    @Test
    void refusesABadDatabaseBeforeTheRunAsConfiguration() {
        capabilities.opening = new DatabaseException("no server answers");

        assertThat(console.run("run", job.toString(), "--home", home.toString()))
                .isEqualTo(new Result(2, "", "mera run: no server answers\n"));
    }

    @Test
    void givesTheSameCommandAgainWhereTheRunIsNotWrittenDown() {
        capabilities.running = new IllegalStateException("no connection");

        assertThat(console.run("--home", home.toString(), "run", job.toString()))
                .isEqualTo(new Result(
                        1,
                        "",
                        "mera run: failed unexpectedly (IllegalStateException: no connection); details in " + log
                                + "\nTo go on where it failed: mera --home '" + home + "' run " + job + "\n"));
    }

    @Test
    void failsWhereTheDatabaseBreaksOffInTheRun() {
        capabilities.running = new RunBrokenOffException(2025, new DatabaseException("the server is gone"));

        Result result = console.run("--home", home.toString(), "run", job.toString());

        assertThat(result)
                .isEqualTo(new Result(
                        1,
                        "",
                        "mera run: the server is gone\nTo go on where it failed: mera rerun --year 2025 --home '" + home
                                + "'\n"));
        assertThat(capabilities.asked).endsWith("closed");
    }

    @Test
    void refusesAMissingInboxAsConfiguration() {
        capabilities.running = new InboxException("There is no inbox i");

        assertThat(console.run("run", job.toString(), "--home", home.toString()))
                .isEqualTo(new Result(2, "", "mera run: There is no inbox i\n"));
    }

    @Test
    void keepsStackTracesInTheLog() throws IOException {
        capabilities.running = new RunBrokenOffException(2025, new IllegalStateException("что-то не так\nsecond line"));

        Result result = console.run("run", job.toString(), "--home", home.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("mera run: failed unexpectedly (IllegalStateException: что-то не так); details in " + log
                        + "\nTo go on where it failed: mera rerun --year 2025 --home '" + home + "'\n");
        assertThat(Files.readString(log, StandardCharsets.UTF_8))
                .contains("java.lang.IllegalStateException: что-то не так", "at org.mera.cli.RunCommandTest");
    }

    @Test
    void logsNothingAfterTheRun() throws IOException {
        console.run("run", job.toString(), "--home", home.toString());
        LoggerFactory.getLogger(RunCommandTest.class).error("too late");

        assertThat(Files.readString(log, StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void givesEachRunItsOwnLog() {
        console.run("run", job.toString(), "--home", home.toString());
        Result second = console.run("run", job.toString(), "--home", home.toString());

        assertThat(second.out())
                .contains("  log            " + home.resolve("logs/run-2025-20261122-071500-2.log") + "\n");
    }

    @Test
    void refusesAHomeThatIsAFile() {
        Result result = console.run("run", job.toString(), "--home", job.toString());

        assertThat(result)
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "mera run: the home " + job
                                        + " cannot be written (Not a directory), name another with --home; see: mera help run\n"));
    }

    @Test
    void tellsAllFaultsOfAJobFile() throws IOException {
        Files.writeString(job, "methodology: m\nyear: x\ninbox: i\nthreads: 0\n", StandardCharsets.UTF_8);

        assertThat(console.run("run", job.toString(), "--home", home.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera run: " + job + ":2: year: «x» is no whole number; use 2000 to 2100\n" + "mera run: " + job
                                + ":4: threads: «0» is out of range; use 1 to 256\n"));
        assertThat(home).doesNotExist();
    }

    @Test
    void takesTheHomeFromTheEnvironment() {
        console.with("MERA_HOME", home.toString()).run("run", job.toString());

        assertThat(capabilities.asked).startsWith(home);
    }

    @Test
    void saysPlainlyThatAnotherProcessRunsTheCycle() {
        capabilities.running = new CycleBusyException("Cycle 2025 is being run by somebody");

        assertThat(console.run("run", job.toString(), "--home", home.toString()))
                .isEqualTo(new Result(1, "", "mera run: Cycle 2025 is being run by somebody\n"));
    }

    @Test
    void refusesAnotherRatingOfTheHomeAsWrongConfiguration() {
        capabilities.running = new CycleException("This home holds another rating");

        assertThat(console.run("run", job.toString(), "--home", home.toString()))
                .isEqualTo(new Result(2, "", "mera run: This home holds another rating\n"));
    }

    @Test
    void keepsTheHomeToItsOwner() throws IOException {
        console.run("run", job.toString(), "--home", home.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }
}
