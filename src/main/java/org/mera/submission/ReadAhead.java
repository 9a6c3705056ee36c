package org.mera.submission;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a few blocks ahead in a thread of its own, while those before are worked on. */
final class ReadAhead<T> implements AutoCloseable {

    private static final int BLOCKS = 4;

    /** Where the blocks come from: an empty one is the last. */
    interface Source<T> {
        List<T> next() throws SQLException;
    }

    private final Source<T> source;
    private final BlockingQueue<List<T>> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread = new Thread(this::read, "read ahead");
    private volatile @Nullable Throwable failure;

    ReadAhead(Source<T> source) {
        this.source = source;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * {@return the next block} Empty: there is no other.
     *
     * @throws SQLException the source's own
     */
    List<T> next() throws SQLException {
        List<T> block;
        try {
            block = blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rows were read", e);
        }
        Throwable told = failure;
        if (!block.isEmpty() || told == null) {
            return block;
        }
        if (told instanceof SQLException fault) {
            throw fault;
        }
        if (told instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("Rows cannot be read", told);
    }

    private void read() {
        try {
            List<T> block;
            do {
                block = block();
                blocks.put(block);
            } while (!block.isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<T> block() {
        try {
            return source.next();
        } catch (Throwable e) {
            // Whatever it is: who waits for the next block must not wait for ever.
            failure = e;
            return List.of();
        }
    }

    /** Waits for the thread, so that what it reads from may be closed. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
