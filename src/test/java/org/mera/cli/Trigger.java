package org.mera.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    /** {@return the moment within a publication at which its journal has been written} */
    static Trigger writesJournal() {
        return publishing(outputs -> outputs::hasJournal);
    }

    /** {@return the moment within a publication at which some of the files have been put in their places, and others not yet} */
    static Trigger movesFiles() {
        return publishing(outputs -> {
            long all = outputs.stagedReturns();
            return () -> outputs.stagedReturns() < all;
        });
    }

    /** {@return a moment within a publication, which takes a few milliseconds: from its step's beginning on, the run is let go on in slices} */
    private static Trigger publishing(Function<OutputFolder, BooleanSupplier> condition) {
        return (place, run, times) -> {
            says("seal").await(place, run, times);
            try (Slices slices = new Slices(run.process())) {
                slices.stop();
                BooleanSupplier reached = condition.apply(place.outputs());
                RunPlace.await("a moment of the publication", run, () -> {
                    slices.slice();
                    return reached.getAsBoolean();
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
