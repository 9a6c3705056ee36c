package org.mera.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings written files to the disk while the next ones are being written. A file system commits many waiting files at once, so that thousands of
 * small ones take a fraction of the time they would take one after another.
 */
final class SyncThreads implements AutoCloseable {

    /** They wait for the disk and need no processor. */
    private static final int THREADS = 16;

    /** Files that wait are open; who has written one more syncs it by himself. */
    private static final int WAITING = 256;

    private final Queue<Future<?>> begun = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            SyncThreads::daemon,
            new ThreadPoolExecutor.CallerRunsPolicy());

    SyncThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Syncs and closes a file, and does what is to be done then; a failure is thrown by {@link #await}. */
    void sync(FileChannel file, Runnable synced) {
        begun.add(threads.submit(() -> {
            try (file) {
                file.force(true);
            }
            synced.run();
            return null;
        }));
    }

    /** Waits for all files that were given so far. */
    void await() throws IOException {
        for (Future<?> one = begun.poll(); one != null; one = begun.poll()) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException("A file could not be brought to the disk", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while files were brought to the disk", e);
            }
        }
    }

    /** Waits for what has been begun, whether it succeeds or not: afterwards no file is open. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sync");
        thread.setDaemon(true);
        return thread;
    }
}
