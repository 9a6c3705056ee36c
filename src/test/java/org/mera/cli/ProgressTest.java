package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mera.batch.Progress;

final class ProgressTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void printsFewLinesIntoAPipe() {
        Progress progress = new LineProgress(out, nanos::get);
        progress.stepStarted("assess", 10_000, "companies");
        for (int second = 1; second <= 20; second++) {
            after(Duration.ofSeconds(1));
            progress.advanced(500);
        }
        progress.stepFinished("assess");

        assertThat(text.toString())
                .isEqualTo(
                        """
                        assess: 10,000 companies
                        assess: 25% (2,500 of 10,000 companies, 500/s, 15 s left)
                        assess: 50% (5,000 of 10,000 companies, 500/s, 10 s left)
                        assess: 75% (7,500 of 10,000 companies, 500/s, 5.0 s left)
                        assess: 100% (10,000 of 10,000 companies, 500/s, 0.0 s left)
                        assess: done, 10,000 companies in 20 s
                        """);
    }

    @Test
    void breaksASilenceOfAMinute() {
        Progress progress = new LineProgress(out, nanos::get);
        progress.stepStarted("discover", 0, "files");
        for (int i = 0; i < 7; i++) {
            after(Duration.ofSeconds(10));
            progress.advanced(1);
        }
        progress.stepFinished("discover");

        assertThat(text.toString())
                .isEqualTo(
                        """
                        discover
                        discover: 6 files, 0/s
                        discover: done, 7 files in 1 min 10 s
                        """);
    }

    @Test
    void drawsABarOnATerminal() {
        Progress progress = new BarProgress(out, 80, nanos::get);
        progress.stepStarted("assess", 10_000, "companies");
        after(Duration.ofSeconds(2));
        progress.advanced(5_200);
        after(Duration.ofMillis(99));
        progress.advanced(1);
        after(Duration.ofSeconds(1));
        progress.stepFinished("assess");

        assertThat(text.toString().split("\r"))
                .containsExactly(
                        "",
                        "assess     [........................................]   0%  0/10,000 companies",
                        "assess     [########........]  52%  5,200/10,000 companies  2,600/s  2.0 s left",
                        "assess     5,201 companies  3.0 s" + " ".repeat(79 - 33) + "\n");
    }

    @Test
    void saysWhatIsLeftOfAStepThatGoesOn() {
        for (Progress progress : List.of(new LineProgress(out, nanos::get), new BarProgress(out, 80, nanos::get))) {
            progress.goesOn("assess", 3, 1_500);
        }

        assertThat(text.toString()).isEqualTo("assess: 3 of 1,500 chunks to do\nassess: 3 of 1,500 chunks to do\n");
    }

    @Test
    void drawsNoLineWiderThanTheTerminal() {
        for (int width = 10; width <= 200; width++) {
            text.getBuffer().setLength(0);
            Progress progress = new BarProgress(out, width, nanos::get);
            progress.stepStarted("assess", 100_000, "companies");
            after(Duration.ofSeconds(2));
            progress.advanced(99_999);

            int limit = width;
            assertThat(text.toString().split("\r"))
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(limit));
        }
    }

    @Test
    void losesNoAdvanceOfManyThreads() {
        Progress progress = new LineProgress(out, nanos::get);
        progress.stepStarted("assess", 100_000, "companies");
        IntStream.range(0, 100_000).parallel().forEach(i -> progress.advanced(1));
        progress.stepFinished("assess");

        assertThat(text.toString()).isEqualTo("assess: 100,000 companies\nassess: done, 100,000 companies in 0.0 s\n");
    }

    @Test
    void showsDurationsInTheUnitsThatMatter() {
        assertThat(List.of(
                        Numbers.duration(Duration.ofMillis(49)),
                        Numbers.duration(Duration.ofMillis(9_999)),
                        Numbers.duration(Duration.ofSeconds(59)),
                        Numbers.duration(Duration.ofSeconds(185)),
                        Numbers.duration(Duration.ofSeconds(7_620))))
                .containsExactly("0.0 s", "9.9 s", "59 s", "3 min 05 s", "2 h 07 min");
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
