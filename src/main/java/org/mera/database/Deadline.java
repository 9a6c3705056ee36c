package org.mera.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection that is still being written to when its own limit for an answer has passed. The driver watches over its reading only: a server
 * that stands still and takes nothing in would be written to for ever.
 */
final class Deadline {

    private static final Logger log = LoggerFactory.getLogger(Deadline.class);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final @Nullable ScheduledFuture<?> end;

    private Deadline(@Nullable ScheduledFuture<?> end) {
        this.end = end;
    }

    /** {@return the deadline of what is done with the connection until it is lifted} None where the connection has no limit. */
    static Deadline of(Connection connection) throws SQLException {
        int limit = connection.getNetworkTimeout();
        return new Deadline(limit > 0 ? CLOCK.schedule(() -> end(connection), limit, TimeUnit.MILLISECONDS) : null);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "database deadline");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.warn("A connection whose server takes nothing in could not be ended", e);
        }
    }

    /** What had to be done in time is done. */
    void lift() {
        if (end != null) {
            end.cancel(false);
        }
    }
}
