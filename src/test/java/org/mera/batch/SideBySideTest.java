package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final RunThreads threads = new RunThreads();
    private final SideBySide sideBySide = new SideBySide(threads);
    private final CountDownLatch hereHasBegun = new CountDownLatch(1);
    private final CountDownLatch besideHasBegun = new CountDownLatch(1);
    private final AtomicBoolean besideHasEnded = new AtomicBoolean();

    @AfterEach
    void close() {
        threads.destroy();
    }

    @Test
    void doesBothAtTheSameTimeAndGivesWhatBothGive() {
        SideBySide.Results<String, Integer> results = sideBySide.call(
                () -> {
                    hereHasBegun.countDown();
                    await(besideHasBegun);
                    return "here";
                },
                () -> {
                    besideHasBegun.countDown();
                    await(hereHasBegun);
                    return 2;
                });

        assertThat(results).isEqualTo(new SideBySide.Results<>("here", 2));
    }

    @Test
    void waitsForTheOtherWhereOneFails() {
        IllegalStateException failure = new IllegalStateException("here");

        assertThatThrownBy(() -> sideBySide.run(
                        () -> {
                            hereHasBegun.countDown();
                            throw failure;
                        },
                        this::endAfterHereHasBegun))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(besideHasEnded).isTrue();
    }

    @Test
    void waitsForTheOtherAlsoWhereItIsInterrupted() {
        sideBySide.run(
                () -> {
                    Thread.currentThread().interrupt();
                    hereHasBegun.countDown();
                },
                this::endAfterHereHasBegun);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(besideHasEnded).isTrue();
    }

    @Test
    void throwsTheFailureOfTheSecond() {
        IllegalStateException failure = new IllegalStateException("beside");

        assertThatThrownBy(() -> sideBySide.run(() -> {}, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void throwsTheFirstFailureWithTheSecond() {
        IllegalStateException first = new IllegalStateException("here");
        IllegalStateException second = new IllegalStateException("beside");

        assertThatThrownBy(() -> sideBySide.run(
                        () -> {
                            throw first;
                        },
                        () -> {
                            throw second;
                        }))
                .isSameAs(first)
                .hasSuppressedException(second);
    }

    private void endAfterHereHasBegun() {
        await(hereHasBegun);
        besideHasEnded.set(true);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
