package org.mera.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Copies gathered rows in on a thread of its own, a block after the other, while its owner gathers more of them. Between a {@link #copy} and the next
 * {@link #await} the connection belongs to that thread. Not thread-safe: one owner.
 */
public final class CopyBehind implements AutoCloseable {

    private final Connection connection;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread one = new Thread(task, "copy");
        one.setDaemon(true);
        return one;
    });
    private @Nullable Future<?> underway;

    public CopyBehind(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes all rows gathered so far and copies them, one table after the other, once the block before is in.
     *
     * @throws SQLException when the block before could not be copied; these rows are then not taken
     */
    public void copy(JdbcCopy... tables) throws SQLException {
        await();
        submit(Arrays.stream(tables).map(rows -> rows.take(rows.mark())).toList());
    }

    /**
     * Takes the rows gathered before the mark and copies them once the block before is in.
     *
     * @throws SQLException when the block before could not be copied; these rows are then not taken
     */
    public void copy(JdbcCopy rows, JdbcCopy.Mark mark) throws SQLException {
        await();
        submit(List.of(rows.take(mark)));
    }

    private void submit(List<JdbcCopy> blocks) {
        List<JdbcCopy> full = blocks.stream().filter(block -> block.rows() > 0).toList();
        if (!full.isEmpty()) {
            underway = thread.submit(() -> {
                for (JdbcCopy block : full) {
                    block.flush(connection);
                }
                return null;
            });
        }
    }

    /**
     * Waits until the connection belongs to its owner again. An interruption does not end the waiting, it is kept for whoever asks.
     *
     * @throws SQLException when the last block could not be copied; told once
     */
    public void await() throws SQLException {
        Future<?> block = underway;
        underway = null;
        boolean interrupted = false;
        try {
            while (block != null) {
                try {
                    block.get();
                    block = null;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the last block too: who rolls back afterwards meets nobody else on the connection. */
    @Override
    public void close() throws SQLException {
        try {
            await();
        } finally {
            thread.shutdown();
        }
    }

    /** As it would have been thrown by the owner's own copying. */
    private static SQLException failure(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("A copy ended with an exception that it cannot throw", cause);
    }
}
