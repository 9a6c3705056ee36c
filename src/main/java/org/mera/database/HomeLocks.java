package org.mera.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locks by which processes share a home; the system releases a dead process's. {@code server.lock} is held by the
 * one that looks at, starts or stops the server; {@code users.lock} is held shared by every process that uses it, so
 * who can have it alone is the last one. The files are never read: closing any channel of a locked file unlocks it.
 */
final class HomeLocks {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Home home;
    private final ServerAccount account;
    private @Nullable FileChannel use;

    HomeLocks(Home home, ServerAccount account) {
        this.home = home;
        this.account = account;
    }

    /** Does what must not be done by two processes at once; an interrupt waits until it is done. */
    <T> T guarded(Action<T> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = open("server.lock")) {
            if (!Patience.until(LIMIT, PAUSE, () -> lock(channel, false).isPresent())) {
                throw new DatabaseException(
                        "another process has been starting or stopping the database of " + home.root()
                                + " for " + LIMIT.toMinutes() + " minutes: see " + home.logs()
                                + ", end that process, then try again");
            }
            return action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Registers this process as a user of the home; to be called under the guard. */
    void enter() throws IOException {
        FileChannel channel = open("users.lock");
        if (lock(channel, true).isEmpty()) {
            channel.close();
            throw new DatabaseException(
                    "the home " + home.root() + " is locked by another program: end it, then try again");
        }
        use = channel;
    }

    /** Gives the use up; to be called under the guard. */
    void leave() throws IOException {
        if (use != null) {
            use.close();
            use = null;
        }
    }

    /** {@return whether no process uses the home, this one aside} To be asked before {@link #enter} or after leaving. */
    boolean alone() throws IOException {
        if (use != null) {
            throw new IllegalStateException("this process is registered itself");
        }
        try (FileChannel channel = open("users.lock")) {
            return lock(channel, false).isPresent();
        }
    }

    private FileChannel open(String name) throws IOException {
        Path file = home.root().resolve(name);
        boolean fresh = !Files.exists(file);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Home.PRIVATE_FILE);
        if (fresh) {
            account.give(file);
        }
        return channel;
    }

    private Optional<FileLock> lock(FileChannel channel, boolean shared) {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseException(
                    "the home " + home.root() + " lies on a file system without file locks (" + Home.reason(e)
                            + "): name a folder on a local disk with --home",
                    e);
        }
    }

    /** What is done under the guard. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }
}
