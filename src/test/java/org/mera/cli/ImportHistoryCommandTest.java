package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.HistoryReport;
import org.mera.cli.Console.Result;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

class ImportHistoryCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);
    private final Path home;
    private final Path file;

    ImportHistoryCommandTest(@TempDir Path folder) {
        home = folder.resolve("home");
        file = folder.resolve("history.csv");
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home);
        Files.writeString(file, "year;inn;rank;indicator\n");
    }

    @Test
    void tellsHowManyCompaniesEachYearHas() {
        assertThat(run())
                .isEqualTo(new Result(
                        0,
                        """
                        2023: 120 companies
                        2024: 1 company
                        2 rankings were taken over; the next run of a later year is compared with the newest
                        """,
                        ""));
        assertThat(capabilities.asked).containsExactly(home, file + " brought in", "closed");
    }

    @Test
    void tellsEveryProblemAndThatNothingWasTakenOver() {
        capabilities.history = new HistoryReport(
                "history.csv",
                List.of(
                        Problem.of(ProblemCode.BAD_RANK, "history.csv", 2).withColumn("rank"),
                        Problem.of(ProblemCode.BAD_INN, "history.csv", 3)),
                Collections.emptySortedMap());

        Result result = run("--lang", "en");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("en sentence about bad-rank").contains("en sentence about bad-inn");
        assertThat(result.err())
                .isEqualTo(
                        "2 errors in history.csv: nothing of it was taken over; correct it and hand it over again\n");
    }

    @Test
    void saysThatAFileHoldsNothing() {
        capabilities.history = new HistoryReport("history.csv", List.of(), Collections.emptySortedMap());

        assertThat(run()).isEqualTo(new Result(0, "history.csv holds no ranking.\n", ""));
    }

    private Result run(String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "import-history";
        args[1] = file.toString();
        args[2] = "--home";
        args[3] = home.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return console.run(args);
    }
}
