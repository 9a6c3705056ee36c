package org.mera.cli;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.mera.cli.MeraProcess.Running;

/** What tells that a run has come to the moment at which it is to be killed. */
@FunctionalInterface
interface Trigger {

    Kept NOTHING = () -> {};

    /** What keeps a run where it is. */
    @FunctionalInterface
    interface Kept {
        void letGo() throws SQLException;
    }

    /** Waits until the run is there. {@return what keeps it there, to be let go after the kill} */
    Kept await(RunPlace place, Running run, StepTimes times) throws Exception;

    /** {@return the moment at which the run has printed a line that begins so} */
    static Trigger says(String line) {
        return (place, run, times) -> {
            RunPlace.await(line, run, () -> StepTimes.says(run.outSoFar(), line));
            return NOTHING;
        };
    }

    /** {@return a moment between two lines, by the time that an undisturbed run takes from the one to the other} */
    static Trigger between(String from, String to, double share) {
        return (place, run, times) -> {
            Duration pause = times.between(from, to);
            Kept nothing = says(from).await(place, run, times);
            Thread.sleep((long) (pause.toMillis() * share));
            return nothing;
        };
    }

    /** {@return the moment at which something is seen in the place} */
    static Trigger sees(String what, Predicate<RunPlace> condition) {
        return (place, run, times) -> {
            RunPlace.await(what, run, () -> condition.test(place));
            return NOTHING;
        };
    }

    /** {@return the moment within a publication at which a file of the set has just been put in its place} Told by the kernel, not by looking. */
    static Trigger publishes(String file) {
        return (place, run, times) -> {
            try (WatchService watch = FileSystems.getDefault().newWatchService()) {
                Files.createDirectories(place.out());
                place.out().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                RunPlace.await(file, run, () -> tells(watch, file));
            }
            return NOTHING;
        };
    }

    /** {@return the moment within a publication at which some of the files have been put in their places, and others not yet} */
    static Trigger publishesSome() {
        return (place, run, times) -> {
            try (Slices slices = new Slices(run.process())) {
                says("seal").await(place, run, times);
                slices.stop();
                long all = place.outputs().stagedReturns();
                RunPlace.await("files on their way", run, () -> {
                    slices.slice();
                    return place.outputs().stagedReturns() < all
                            || (place.outputs().hasJournal() && all == 0);
                });
            }
            return NOTHING;
        };
    }

    /** {@return the moment at which this share of the chunks of the step assess is done} */
    static Trigger assessed(double share) {
        return (place, run, times) -> {
            try (Connection connection = place.connect(run);
                    Statement statement = connection.createStatement()) {
                RunPlace.await("done chunks", run, () -> isAssessed(statement, share));
            }
            return NOTHING;
        };
    }

    private static boolean isAssessed(Statement statement, double share) {
        try (ResultSet row =
                statement.executeQuery("select count(*) > 0 and count(*) filter (where state = 'done') >= count(*) * "
                        + share + " from chunk where step = 'assess'")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            // The tables are not there yet.
            return false;
        }
    }

    private static boolean tells(WatchService watch, String file) {
        try {
            WatchKey key = watch.poll(100, TimeUnit.MILLISECONDS);
            if (key == null) {
                return false;
            }
            boolean told = key.pollEvents().stream()
                    .anyMatch(event -> String.valueOf(event.context()).equals(file));
            key.reset();
            return told;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the moment at which so many connections wait for a table that is locked} Such a run is where it is for as long as the lock is held.
     *
     * @param waiting how many
     * @param locks   each table with the mode of its lock; the run is led from the first to the last
     */
    static Trigger waitsFor(int waiting, String... locks) {
        return (place, run, times) -> {
            Connection held = null;
            for (String lock : locks) {
                Connection next = place.connect(run);
                next.setAutoCommit(false);
                execute(next, "lock table " + lock + " mode");
                if (held != null) {
                    held.close();
                }
                held = next;
                Connection asks = next;
                RunPlace.await(
                        lock, run, () -> RunPlace.waiting(asks, lock.substring(0, lock.indexOf(' '))) >= waiting);
            }
            return held == null ? NOTHING : held::close;
        };
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
