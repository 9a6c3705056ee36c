package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.VerificationReport;
import org.mera.cli.Console.Result;
import org.mera.committee.VerificationCounts;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.cycle.CycleException;

final class VerificationCommandTest {

    private static final VerificationCounts NONE = new VerificationCounts(0, 0, 0);

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.createFile(folder.resolve("verification.csv"));
    }

    @Test
    void saysWhatWasTakenAndWhatStands() {
        capabilities.verification =
                report(List.of(), new VerificationCounts(2, 1, 0), new VerificationCounts(10, 2, 1));

        assertThat(run())
                .isEqualTo(new Result(
                        0,
                        """
                        3 verifications were taken: 2 confirmed, 1 changed, 0 open
                        In all of 2025 now: 10 confirmed, 2 changed, 1 open
                        Where a score was found to be wrong it changes by a decision: mera decide FILE --year 2025 --home HOME
                        To bring this into verification.csv and the committee's report: mera rerun --year 2025 --home HOME
                        """
                                .replace("HOME", folder.toString()),
                        ""));
        assertThat(capabilities.asked)
                .containsExactly(folder, folder.resolve("verification.csv") + " verified of 2025", "closed");
    }

    @Test
    void saysThatNothingWasFilledIn() {
        capabilities.verification = report(List.of(), NONE, new VerificationCounts(10, 2, 1));

        assertThat(run())
                .isEqualTo(
                        new Result(0, "v.csv holds no verification: nothing is asked, answered or found in it.\n", ""));
    }

    @Test
    void takesNothingOfAFileWithAnError() {
        Problem error = Problem.of(ProblemCode.UNKNOWN_OUTCOME, "v.csv", 3)
                .withCompany("7707083893")
                .withColumn("outcome");
        Problem warning = Problem.of(ProblemCode.EXTRA_COLUMN, "v.csv", 1).withValue("note");
        capabilities.verification = report(List.of(warning, error), NONE, NONE);

        assertThat(run())
                .isEqualTo(new Result(
                        1,
                        """
                        warning  v.csv:1: ru sentence about extra-column [extra-column]
                        error    v.csv:3: столбец outcome: ru sentence about unknown-outcome [unknown-outcome]
                        """,
                        "1 error in v.csv: no verification of it was taken; correct it and hand it over again\n"));
    }

    @Test
    void saysInALineThatTheCycleIsClosed() {
        capabilities.running = new CycleException("The cycle is closed");

        assertThat(run()).isEqualTo(new Result(2, "", "mera verification: The cycle is closed\n"));
    }

    @Test
    void needsAFileThatIsThere() {
        Result result = console.run(
                "verification", folder.resolve("none.csv").toString(), "--year", "2025", "--home", folder.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("mera verification: " + folder.resolve("none.csv")
                        + ": no such file; see: mera help verification\n");
        assertThat(capabilities.asked).isEmpty();
    }

    private Result run() {
        return console.run(
                "verification",
                folder.resolve("verification.csv").toString(),
                "--year",
                "2025",
                "--home",
                folder.toString());
    }

    private static VerificationReport report(
            List<Problem> problems, VerificationCounts taken, VerificationCounts standing) {
        return new VerificationReport(2025, "v.csv", Map.of(), problems, taken, standing);
    }
}
