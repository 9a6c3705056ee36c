package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.RunBrokenOffException;
import org.mera.batch.RunSummary;
import org.mera.cli.Console.Result;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.CycleException;
import org.mera.database.DatabaseException;

final class RerunCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    @Test
    void endsWithTheSummaryOfARun() {
        Result result = console.run("rerun", "--year", "2025", "--home", home.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "\nRating of 2025, revision 3: done in 12 s\n",
                        "  reassessed          40 of 12,345 companies\n",
                        "  files          out/2025: ranking.csv, problems.csv\n",
                        "  log            " + home.resolve("logs/rerun-2025-20261122-071500.log") + "\n");
        assertThat(capabilities.asked).containsExactly(home, "rerun of 2025", "closed");
    }

    @Test
    void leavesTheYearToTheNewestRun() {
        Result result = console.run("rerun", "--home", home.toString());

        assertThat(result.out()).contains("  log            " + home.resolve("logs/rerun-20261122-071500.log") + "\n");
        assertThat(capabilities.asked).containsExactly(home, "rerun of null", "closed");
    }

    @Test
    void namesItselfWhereChunksFailAgain() {
        capabilities.summary = FakeCapabilities.summary(
                RunSummary.Outcome.FAILED,
                List.of(FakeCapabilities.failedChunk(3, Since.FAILED)),
                List.of("the server is gone"),
                List.of());

        assertThat(console.run("rerun", "--home", home.toString()))
                .extracting(Result::code, Result::err)
                .containsExactly(
                        1,
                        "1 chunk failed (the server is gone) and nothing was ranked; to do just what is missing:"
                                + " mera rerun --year 2025 --home " + ShellWord.of(home.toString()) + "\n");
    }

    @Test
    void saysHowToGoOnWhereItBreaksOff() {
        capabilities.running = new RunBrokenOffException(2025, new DatabaseException("the server is gone"));

        assertThat(console.run("rerun", "--home", home.toString()))
                .isEqualTo(new Result(
                        1,
                        "",
                        "mera rerun: the server is gone\nTo go on where it failed: mera rerun --year 2025 --home "
                                + ShellWord.of(home.toString()) + "\n"));
    }

    @Test
    void makesNoHomeToSayThatNothingHasBeenRun() {
        assertThat(console.run("rerun", "--home", home.resolve("none").toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera rerun: Nothing has been run yet; begin with: mera run JOB.yaml --home "
                                + home.resolve("none") + "\n"));
        assertThat(console.run(
                        "rerun",
                        "--year",
                        "2024",
                        "--home",
                        home.resolve("none").toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera rerun: Nothing has been run for 2024 yet; begin with: mera run JOB.yaml --year 2024 --home "
                                + home.resolve("none") + "\n"));
        assertThat(capabilities.asked).isEmpty();
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void saysThatNothingHasBeenRunInAHome() {
        capabilities.running = CycleException.nothingRun(null);

        assertThat(console.run("rerun", "--home", home.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera rerun: Nothing has been run yet; begin with: mera run JOB.yaml --home " + home + "\n"));
    }

    @Test
    void takesNoJobFile() {
        assertThat(console.run("rerun", "job.yaml"))
                .isEqualTo(new Result(2, "", "mera rerun: unexpected argument 'job.yaml'; see: mera help rerun\n"));
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(ShellWord.of("a/b-1.yaml")).isEqualTo("a/b-1.yaml");
        assertThat(ShellWord.of("мой дом")).isEqualTo("'мой дом'");
        assertThat(ShellWord.of("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
