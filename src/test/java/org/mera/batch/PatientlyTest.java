package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mera.cycle.CycleLock;
import org.mera.database.DatabaseException;

class PatientlyTest {

    private final RuntimeException lost = failure("lost", "08006");
    private final RuntimeException full = failure("full", "53100");

    private final List<String> happened = new ArrayList<>();

    @Test
    void beginsAgainUnderTheLockUntilItIsDone() {
        Patiently patiently = new Patiently(Duration.ofMinutes(1), null);

        String outcome = patiently.call(lock(), attempt -> {
            happened.add("attempt " + attempt);
            if (attempt < 3) {
                throw lost;
            }
            return "done";
        });

        assertThat(outcome).isEqualTo("done");
        assertThat(happened).containsExactly("keep", "attempt 1", "keep", "attempt 2", "keep", "attempt 3");
    }

    @Test
    void leavesAloneWhatWouldFailAgain() {
        Patiently patiently = new Patiently(Duration.ofMinutes(1), null);
        RuntimeException wrong = failure("wrong", "23505");

        assertThatThrownBy(() -> patiently.run(null, attempt -> {
                    happened.add("attempt " + attempt);
                    throw wrong;
                }))
                .isSameAs(wrong);
        assertThat(happened).containsExactly("attempt 1");
    }

    @Test
    void givesUpForAllWhereTheServerStaysAwayUntilTheNextRun() {
        Patiently patiently = new Patiently(Duration.ZERO, null);
        String line = "the database has not been reachable for 0 s, longer than a run waits: lost";

        assertThatThrownBy(() -> patiently.run(null, attempt -> {
                    throw lost;
                }))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(line)
                .hasCause(lost);
        assertThatThrownBy(() -> patiently.run(null, attempt -> happened.add("tried")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(line);
        assertThat(happened).isEmpty();

        patiently.begin();
        patiently.run(null, attempt -> happened.add("tried"));

        assertThat(happened).containsExactly("tried");
    }

    @Test
    void failsOneWorkOnlyWhereThereIsNoRoom() {
        Patiently patiently = new Patiently(Duration.ZERO, null);

        assertThatThrownBy(() -> patiently.run(null, attempt -> {
                    throw full;
                }))
                .isSameAs(full);
        patiently.run(null, attempt -> happened.add("tried"));

        assertThat(happened).containsExactly("tried");
    }

    @Test
    void waitsLongerEachTimeButNeverLong() {
        assertThat(BackOff.after(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(BackOff.after(2)).isEqualTo(Duration.ofMillis(500));
        assertThat(BackOff.after(6)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BackOff.after(100)).isEqualTo(Duration.ofSeconds(5));
    }

    private static RuntimeException failure(String message, String state) {
        return new IllegalStateException(new SQLException(message, state));
    }

    private CycleLock lock() {
        return new CycleLock() {
            @Override
            public long token() {
                return 1;
            }

            @Override
            public void keep() {
                happened.add("keep");
            }

            @Override
            public void close() {}
        };
    }
}
