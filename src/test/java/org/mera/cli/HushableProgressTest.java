package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HushableProgressTest {

    private final StringWriter shown = new StringWriter();
    private final AtomicLong clock = new AtomicLong();
    private final HushableProgress progress =
            new HushableProgress(new LineProgress(new PrintWriter(shown), clock::get));

    @Test
    void showsAllUntilItIsHushed() {
        progress.goesOn("assess", 3, 10);
        progress.stepStarted("assess", 100, "companies");
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        progress.advanced(50);
        assertThat(shown.toString()).contains("assess: 100 companies", "50% (50 of 100 companies");
        String before = shown.toString();

        progress.hush();
        clock.addAndGet(Duration.ofMinutes(2).toNanos());
        progress.goesOn("rank", 3, 10);
        progress.advanced(50);
        progress.stepFinished("assess");
        progress.stepStarted("rank", 1, "companies");

        assertThat(shown.toString()).isEqualTo(before);
    }

    @Test
    void passesOnWhenAStepIsOver() {
        progress.stepStarted("rank", 0, "companies");
        progress.stepFinished("rank");

        assertThat(shown.toString()).contains("rank: done");
    }
}
