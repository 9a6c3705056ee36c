package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.CycleBusyException;

/** Somebody works in the inbox while the job reads it, or starts the job a second time. */
class ChangingInboxIT {

    private static final String FIRST = "7707083893";
    private static final String SECOND = "7736050003";
    private static final String REGISTER = "inn;name;industry;region;participation\n" + FIRST
            + ";Пример-001;Банки;Регион-01;очный\n" + SECOND + ";Пример-002;Энергетика;Регион-02;заочный\n";

    private final RatingHome home;

    ChangingInboxIT(@TempDir Path folder) {
        home = new RatingHome(folder)
                .write("companies.csv", REGISTER)
                .write("a.csv", TableText.of(FIRST).file())
                .write("b.csv", TableText.of(SECOND).file())
                .chunkSize(1);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void failsWhereAFileVanishesBetweenTheStepsAndGoesOnWhenItIsBack() {
        RunSummary failed = home.run(after("discover", () -> delete("b.csv")));

        assertFailed(
                failed,
                "1 chunk failed: unreadable-file: " + home.inbox().resolve("b.csv")
                        + " is not there, or is a link that leads nowhere");
        assertThat(failed.failedChunks()).isEqualTo(1);
        assertThat(failed.files()).isEmpty();
        assertThat(Files.exists(home.out().resolve("ranking.csv"))).isFalse();
        assertThat(home.status().runs().toString())
                .contains(home.inbox().resolve("b.csv") + " is not there, or is a link that leads nowhere");

        home.write("b.csv", TableText.of(SECOND).file());
        RunSummary again = home.run();

        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.ranked()).isEqualTo(2);
    }

    @Test
    void failsWhereAFileChangesBetweenTheStepsAndReadsItAnew() {
        String changed = TableText.of(SECOND).with(7, "c5", "0,7").file();

        RunSummary failed = home.run(after("discover", () -> home.write("b.csv", changed)));

        assertFailed(
                failed,
                "1 chunk failed: b.csv changed during the run; leave the inbox alone while a run lasts, then rerun");

        RunSummary again = home.run();
        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.rejected()).isEqualTo(1);
    }

    @Test
    void failsWhereAFileGrowsShorterBetweenTheSteps() {
        RunSummary failed = home.run(after("discover", () -> home.write("b.csv", "")));

        assertFailed(
                failed,
                "1 chunk failed: b.csv changed during the run; leave the inbox alone while a run lasts, then rerun");
        assertThat(home.run().accepted()).isEqualTo(1);
    }

    @Test
    void failsWhereAFileVanishesBeforeItIsReadAndGoesOnWithoutIt() {
        RunSummary failed = home.run(after("register", () -> delete("b.csv")));

        assertFailed(
                failed,
                "1 chunk failed: unreadable-file: " + home.inbox().resolve("b.csv")
                        + " is not there, or is a link that leads nowhere");

        RunSummary again = home.run();
        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(home.lines("problems.csv")).hasSize(1);
    }

    @Test
    void readsAFileThatComesTooLateInTheNextRun() {
        home.run(after("register", () -> home.write("c/late.csv", "x;y\n")));
        assertThat(home.lines("problems.csv")).isEmpty();

        RunSummary next = home.run();

        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.reassessed()).isZero();
        assertThat(home.lines("problems.csv")).hasSize(1);
    }

    @Test
    void keepsTheSetThatWasPublishedBeforeWhereARunFails() {
        home.run();
        SortedMap<String, String> before = home.outputs();
        home.write("a.csv", TableText.of(FIRST).with(7, "c5", "0,7").file());

        RunSummary failed = home.run(after("discover", () -> delete("a.csv")));

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(home.outputs()).isEqualTo(before);
    }

    @Test
    void namesWhoHoldsTheCycleToASecondRun() {
        home.run(after("discover", () -> assertThatThrownBy(home::run)
                .isInstanceOf(CycleBusyException.class)
                .hasMessageMatching("Cycle 2025 is being run by \\S+@\\S+, process "
                        + ProcessHandle.current().pid()
                        + " since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d; wait until it ends, or see:"
                        + " mera status --year 2025")));

        assertThat(home.lines("ranking.csv")).hasSize(2);
    }

    private static void assertFailed(RunSummary summary, String why) {
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(summary.messages())
                .isEqualTo(List.of(why, "Nothing was ranked or published. Remove the cause, then rerun."));
    }

    private void delete(String file) {
        try {
            Files.delete(home.inbox().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets something happen when a step is over, before the next begins. */
    private static Progress after(String step, Runnable event) {
        return new Progress() {
            @Override
            public void stepStarted(String started, long total, String unit) {}

            @Override
            public void advanced(long by) {}

            @Override
            public void stepFinished(String finished) {
                if (finished.equals(step)) {
                    event.run();
                }
            }
        };
    }
}
