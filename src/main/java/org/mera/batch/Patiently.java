package org.mera.batch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleLock;
import org.mera.database.DatabaseException;
import org.mera.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Does database work again where a passing fault undid it: the one means by which a run survives a server that restarts or is away for a while. It
 * goes around whole transactions, never within one, and what it is given may be repeated even where the work had been committed and only the word
 * of it was lost.
 *
 * <p>Patience is shared: where the server has been away for longer than a run waits, everybody gives up at once, and at once whatever is asked
 * later in that run. A server of the home that has died is started again.
 */
@Component
@EnableConfigurationProperties(PatienceSettings.class)
class Patiently {

    private static final Logger log = LoggerFactory.getLogger(Patiently.class);

    private final Duration patience;
    private final @Nullable DatabaseServer server;
    private final Map<Trouble, Long> since = new EnumMap<>(Trouble.class);
    private @Nullable DatabaseException givenUp;

    /** How many runs go on. */
    private int runs;

    /** Why the server of the home could not be started again the last time. */
    private @Nullable DatabaseException unstarted;

    @Autowired
    Patiently(PatienceSettings settings, ObjectProvider<DatabaseServer> server) {
        this(settings.patience(), server.getIfAvailable());
    }

    Patiently(Duration patience, @Nullable DatabaseServer server) {
        this.patience = patience;
        this.server = server;
    }

    /** Work that is done again from its beginning where a passing fault undid it. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {

        /**
         * Does the work.
         *
         * @param attempt counted from 1
         */
        T attempt(int attempt) throws E;
    }

    /** Work without an outcome. */
    @FunctionalInterface
    interface Deed<E extends Exception> {

        void attempt(int attempt) throws E;
    }

    /** An act begins: what an earlier one could not await may be there again. While a run goes on, its patience is everybody's. */
    synchronized void begin() {
        if (runs == 0) {
            since.clear();
            givenUp = null;
            unstarted = null;
        }
    }

    /** A run begins. */
    synchronized void beginRun() {
        begin();
        runs++;
    }

    /** A run has ended. */
    synchronized void endRun() {
        runs--;
    }

    /** Does work for which no lock is needed. {@return what came of it} */
    <T, E extends Exception> T call(Work<T, E> work) throws E {
        return call(null, work);
    }

    /**
     * Does work under a lock. {@return what came of it}
     *
     * @param lock made sure of before each attempt, and taken again where it was lost with its connection
     * @throws DatabaseException                 when the server has been away for longer than a run waits
     * @throws org.mera.cycle.CycleBusyException when another run has taken the cycle over
     */
    <T, E extends Exception> T call(@Nullable CycleLock lock, Work<T, E> work) throws E {
        Waiting waiting = new Waiting();
        for (int attempt = 1; ; attempt++) {
            requirePatience();
            long begun = System.nanoTime();
            try {
                if (lock != null) {
                    lock.keep();
                }
                T outcome = work.attempt(attempt);
                passed(waiting, begun);
                return outcome;
            } catch (RuntimeException e) {
                Trouble trouble = Trouble.of(e).orElse(null);
                if (trouble == null) {
                    throw e;
                }
                requireWorthWaiting(waiting, trouble, e);
                log.warn("Tried again, attempt {} failed: {}", attempt, Causes.inWords(e));
                BackOff.pause(attempt);
                if (trouble == Trouble.SERVER_AWAY) {
                    revive(waiting);
                }
            }
        }
    }

    /** Does work without an outcome. */
    <E extends Exception> void run(@Nullable CycleLock lock, Deed<E> deed) throws E {
        Work<Boolean, E> work = attempt -> {
            deed.attempt(attempt);
            return true;
        };
        call(lock, work);
    }

    private synchronized void requirePatience() {
        if (givenUp != null) {
            throw new DatabaseException(String.valueOf(givenUp.getMessage()), givenUp);
        }
    }

    /** What has come through proves that the server is there; that there is room again, only what had found none. */
    private synchronized void passed(Waiting waiting, long begun) {
        since.keySet().removeAll(waiting.met.keySet());
        Long away = since.get(Trouble.SERVER_AWAY);
        if (away != null && begun - away > 0) {
            since.remove(Trouble.SERVER_AWAY);
        }
    }

    private synchronized void requireWorthWaiting(Waiting waiting, Trouble trouble, RuntimeException failure) {
        long now = System.nanoTime();
        Duration limit = trouble.patience(patience);
        if (now - since.computeIfAbsent(trouble, any -> now) >= limit.toNanos()) {
            if (trouble == Trouble.SERVER_AWAY) {
                givenUp = new DatabaseException(
                        "the database has not been reachable for " + limit.toSeconds() + " s, longer than a run waits: "
                                + Causes.inWords(unstarted == null ? failure : unstarted),
                        failure);
                throw givenUp;
            }
            throw failure;
        }
        if (now - waiting.met.computeIfAbsent(trouble, any -> now) >= limit.toNanos()) {
            throw failure;
        }
    }

    /** What the start of a server takes is not counted: recovery has its own limit. */
    private void revive(Waiting waiting) {
        if (server == null) {
            return;
        }
        long begun = System.nanoTime();
        DatabaseException failure = null;
        try {
            if (server.revive()) {
                long taken = System.nanoTime() - begun;
                log.warn("The database server had ended and was started again");
                waiting.excuse(taken);
                excuse(taken);
            }
        } catch (DatabaseException e) {
            log.warn("The database server could not be started again", e);
            failure = e;
        }
        revived(failure);
    }

    private synchronized void revived(@Nullable DatabaseException failure) {
        unstarted = failure;
    }

    private synchronized void excuse(long taken) {
        since.computeIfPresent(Trouble.SERVER_AWAY, (trouble, begun) -> begun + taken);
    }

    /** What one work has met, and since when. */
    private static final class Waiting {

        private final Map<Trouble, Long> met = new EnumMap<>(Trouble.class);

        void excuse(long taken) {
            met.computeIfPresent(Trouble.SERVER_AWAY, (trouble, begun) -> begun + taken);
        }
    }
}
