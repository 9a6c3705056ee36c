package org.mera.batch;

import org.mera.cycle.CycleBusyException;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does a chunk's work in one transaction: the lock is checked, the work is done and the chunk is marked done, all or nothing. A passing fault is
 * waited out around the transaction, never within it: PostgreSQL has aborted it by then.
 */
@Component
class ChunkRunner {

    private static final Logger log = LoggerFactory.getLogger(ChunkRunner.class);

    private final JdbcTransactions transactions;
    private final JdbcCycleLocks locks;
    private final JdbcChunks chunks;

    ChunkRunner(JdbcTransactions transactions, JdbcCycleLocks locks, JdbcChunks chunks) {
        this.transactions = transactions;
        this.locks = locks;
        this.chunks = chunks;
    }

    /**
     * Does a chunk.
     *
     * @throws ChunkFailedException when it failed for good; the cause is written down
     * @throws CycleBusyException   when another run has taken the cycle over
     */
    void run(ActiveRun run, String step, int number, ChunkWork work) {
        Revision revision = run.revision();
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.inTransaction(connection -> {
                    locks.requireHeld(revision.year(), run.lock().token());
                    work.execute(connection);
                    chunks.done(revision, step, number);
                });
                return;
            } catch (CycleBusyException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!BackOff.worthAnother(attempt, e)) {
                    throw failed(run, step, number, attempt, e);
                }
                log.warn("Chunk {} of {} failed and is tried again: {}", number, step, Causes.inWords(e));
                BackOff.pause(attempt);
            }
        }
    }

    private ChunkFailedException failed(ActiveRun run, String step, int number, int attempts, RuntimeException cause) {
        String words = Causes.inWords(cause);
        String file = Causes.file(run.settings().inbox(), cause);
        log.error("Chunk {} of {} failed", number, step, cause);
        ChunkFailedException failure =
                new ChunkFailedException("Chunk " + number + " of " + step + " failed: " + words, cause);
        try {
            transactions.inTransaction(connection -> {
                locks.requireHeld(run.revision().year(), run.lock().token());
                chunks.failed(run.revision(), step, number, attempts, file, words);
            });
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
