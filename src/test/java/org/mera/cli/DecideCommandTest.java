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
import org.mera.batch.DecisionReport;
import org.mera.cli.Console.Result;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;

final class DecideCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);
    private final Path home;
    private final Path file;

    DecideCommandTest(@TempDir Path folder) {
        this.home = folder;
        this.file = folder.resolve("decisions.csv");
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(file, "");
    }

    @Test
    void saysWhatDecisionsChangeAndHowToBringThemIn() {
        capabilities.decisions = new DecisionReport(
                2025,
                file.toString(),
                Map.of(),
                List.of(Problem.of(ProblemCode.EXTRA_COLUMN, "decisions.csv", 1)),
                List.of(
                        new DecisionReport.Change(2, "7707083893", 7, 5, "0.5", "1.0"),
                        new DecisionReport.Change(3, "7707083893", 8, 6, "1.0", "1.0"),
                        new DecisionReport.Change(4, "7736050003", null, 0, "", "A"),
                        new DecisionReport.Change(5, "7706107510", null, 0, "A", "")),
                List.of(
                        new DecisionReport.Place("7706107510", "Пример-003", "10.0", "10.0", null, null),
                        new DecisionReport.Place("7707083893", "Пример-001", "150.5", "151.0", 1007, 1005),
                        new DecisionReport.Place("7736050003", "Пример-002", "12.0", "12.0", 9, 9)),
                2);

        assertThat(decide())
                .isEqualTo(new Result(
                        0,
                        """
                        warning  decisions.csv:1: en sentence about extra-column [extra-column]
                        line 2: 7707083893: criterion 7, column 5: 0.5 → 1.0
                        line 3: 7707083893: criterion 8, column 6: without effect, it is 1.0 already
                        line 4: 7736050003: class: none → A
                        line 5: 7706107510: class: A → none

                        7706107510 Пример-003: total 10.0 as before, not ranked
                        7707083893 Пример-001: total 150.5 → 151.0, rank 1,007 → 1,005
                        7736050003 Пример-002: total 12.0 as before, rank 9 as before
                        4 decisions were taken on 3 companies; 2 other companies change rank
                        To bring this into the ranking, the exports and the papers: mera rerun --year 2025 --home %s
                        """
                                .formatted(ShellWord.of(home.toString())),
                        ""));
        assertThat(capabilities.asked).containsExactly(home, file + " decided of 2025", "closed");
    }

    @Test
    void takesNothingOfAFileWithAnError() {
        capabilities.decisions = new DecisionReport(
                2025,
                "decisions.csv",
                Map.of("score", "Оценка", "reason", "Основание"),
                List.of(
                        Problem.of(ProblemCode.EXTRA_COLUMN, "decisions.csv", 1),
                        Problem.of(ProblemCode.BAD_SCORE, "decisions.csv", 2)
                                .withCriterion(7)
                                .withColumn("score")),
                List.of(),
                List.of(),
                0);

        assertThat(decide())
                .isEqualTo(new Result(
                        1,
                        """
                        warning  decisions.csv:1: en sentence about extra-column [extra-column]
                        error    decisions.csv:2: criterion 7, column «Оценка»: en sentence about bad-score [bad-score]
                        """,
                        "1 error in decisions.csv: no decision of it was taken; correct it and hand it over again\n"));
    }

    @Test
    void saysThatAFileHoldsNoDecision() {
        assertThat(decide()).isEqualTo(new Result(0, "decisions.csv holds no decision.\n", ""));
    }

    @Test
    void refusesInOneLine() {
        assertThat(console.run("decide", home.resolve("none.csv").toString(), "--year", "2025"))
                .isEqualTo(new Result(
                        2, "", "mera decide: " + home.resolve("none.csv") + ": no such file; see: mera help decide\n"));
        assertThat(console.run("decide", file.toString()))
                .isEqualTo(new Result(2, "", "mera decide: missing --year; see: mera help decide\n"));
        capabilities.running = new CycleException("The cycle of 2025 is approved");
        assertThat(decide()).isEqualTo(new Result(2, "", "mera decide: The cycle of 2025 is approved\n"));
        capabilities.running = new CycleBusyException("The cycle of 2025 is being run");
        assertThat(decide()).isEqualTo(new Result(1, "", "mera decide: The cycle of 2025 is being run\n"));
    }

    @Test
    void makesNoHome() {
        assertThat(console.run(
                        "decide",
                        file.toString(),
                        "--year",
                        "2025",
                        "--home",
                        home.resolve("none").toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera decide: Nothing has been run for 2025 yet;"
                                + " begin with: mera run JOB.yaml --year 2025 --home " + home.resolve("none") + "\n"));
        assertThat(capabilities.asked).isEmpty();
    }

    private Result decide() {
        return console.run("decide", file.toString(), "--year", "2025", "--lang", "en", "--home", home.toString());
    }
}
