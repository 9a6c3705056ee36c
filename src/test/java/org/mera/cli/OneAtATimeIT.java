package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.MeraProcess.Ended;
import org.mera.cli.MeraProcess.Running;

/** Processes that want to run the same cycle of the same home. */
@EnabledOnOs(OS.LINUX)
class OneAtATimeIT {

    private static final int COMPANIES = 30;
    private static final List<String> RUN = List.of("run", "job.yaml", "--no-reports");

    private final Path folder;
    private final RunPlace place;

    OneAtATimeIT(@TempDir Path folder) {
        this.folder = folder;
        this.place = RunPlace.create(folder.resolve("place"), folder.resolve("inbox"), 10, 2);
    }

    @BeforeEach
    void fillInbox() {
        RunPlace.fillInbox(folder.resolve("inbox"), COMPANIES, 20);
        place.makeHome();
    }

    @Test
    void letsOneWorkAndTheNextOneInWhenItIsKilled() throws Exception {
        Running first = place.start(RUN);
        Trigger.Kept kept = Trigger.waitsFor(1, "planned_company in share").await(place, first, new StepTimes());
        try {
            Ended second = place.run(RUN);

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err())
                    .matches("mera run: Cycle 2025 is being run by \\S+@\\S+, process "
                            + first.process().pid()
                            + " since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d; wait until it ends, or see: mera status"
                            + " --year 2025\n");
            assertThat(first.process().isAlive()).isTrue();
        } finally {
            RunPlace.kill(first);
            kept.letGo();
        }

        requireDone(place.run(RUN));
    }

    /**
     * The server goes on with the last statement of a process that was killed. Whoever comes next waits until it has ended, so that the dead write
     * nothing among the living.
     */
    @Test
    void waitsForTheLastStatementOfAProcessThatWasKilled() throws Exception {
        Running first = place.start(RUN);
        Trigger.Kept kept = Trigger.waitsFor(1, "planned_company in share").await(place, first, new StepTimes());
        Running next;
        try {
            RunPlace.kill(first);
            next = place.start(RUN);
            // The dead one for the table, the next one for the token of the lock, which the dead one's transaction
            // keeps.
            RunPlace.await("two that wait", next, () -> place.waiting() == 2);
            assertThat(next.outSoFar()).isEmpty();
        } finally {
            kept.letGo();
        }

        requireDone(next.end());
    }

    private void requireDone(Ended ended) throws Exception {
        assertThat(ended.err()).as(ended.out()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\n  reassessed          30 of 30 companies\n");
        place.outputs().requireValid();
        place.requireNothingLeft();
    }
}
