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

/** What a person is told who interrupts a run, or whose machine is shut down meanwhile. */
@EnabledOnOs(OS.LINUX)
class InterruptedRunIT {

    private static final int COMPANIES = 30;
    private static final int SIGTERM = 128 + 15;
    private static final List<String> RUN = List.of("run", "job.yaml", "--no-reports");

    private final Path folder;
    private final RunPlace place;

    InterruptedRunIT(@TempDir Path folder) {
        this.folder = folder;
        this.place = RunPlace.create(folder.resolve("place"), folder.resolve("inbox"), 10, 2);
    }

    @BeforeEach
    void fillInbox() {
        RunPlace.fillInbox(folder.resolve("inbox"), COMPANIES, 0);
        place.makeHome();
    }

    @Test
    void saysWhatGoesOnWithTheRestAndNothingElse() throws Exception {
        Running first = place.start(RUN);
        Trigger.Kept kept = Trigger.waitsFor(1, "planned_company in share").await(place, first, new StepTimes());
        Ended ended;
        try {
            first.process().destroy();
            ended = first.end();
        } finally {
            kept.letGo();
        }

        assertThat(ended.code()).isEqualTo(SIGTERM);
        assertThat(ended.err())
                .matches("mera run: interrupted; what is done is kept, and the same goes on with the rest:"
                        + " mera (--home \\S+ )?run job\\.yaml --no-reports( --home \\S+)?\n");
        assertThat(ended.out()).doesNotContain("registered");

        Ended next = place.run(RUN);
        assertThat(next.err()).as(next.out()).isEmpty();
        assertThat(next.code()).isZero();
        assertThat(next.out()).contains("\n  ranked              30\n");
        place.outputs().requireValid();
        place.requireNothingLeft();
    }

    @Test
    void saysNothingOfThatWhereTheRunIsOver() {
        Ended ended = place.run(RUN);

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }
}
