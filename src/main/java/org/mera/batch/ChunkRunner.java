package org.mera.batch;

import org.mera.cycle.Chunk;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.JdbcChunks;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.mera.database.DatabaseException;
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

    private final Patiently patiently;
    private final JdbcTransactions transactions;
    private final JdbcCycleLocks locks;
    private final JdbcChunks chunks;

    ChunkRunner(Patiently patiently, JdbcTransactions transactions, JdbcCycleLocks locks, JdbcChunks chunks) {
        this.patiently = patiently;
        this.transactions = transactions;
        this.locks = locks;
        this.chunks = chunks;
    }

    /**
     * Does a chunk.
     *
     * @throws ChunkFailedException when it failed for good; the cause is written down
     * @throws CycleBusyException   when another run has taken the cycle over
     * @throws DatabaseException    when the database is away for longer than a run waits; the chunk is left as it was
     */
    void run(ActiveRun run, String step, int number, ChunkWork work) {
        run.during(step, number, () -> patient(run, step, number, work));
    }

    private void patient(ActiveRun run, String step, int number, ChunkWork work) {
        int[] attempts = {0};
        try {
            patiently.run(run.lock(), attempt -> {
                attempts[0] = attempt;
                attempt(run, step, number, work, attempt);
            });
        } catch (CycleBusyException | DatabaseException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(run, step, number, attempts[0], e);
        }
    }

    private void attempt(ActiveRun run, String step, int number, ChunkWork work, int attempt) {
        Revision revision = run.revision();
        transactions.inTransaction(connection -> {
            locks.requireHeld(revision.year(), run.lock().token());
            // The attempt before may have been committed and only the word of it lost.
            if (attempt == 1 || chunks.get(revision, step, number).state() != Chunk.State.DONE) {
                work.execute(connection);
                chunks.done(revision, step, number);
            }
        });
    }

    private ChunkFailedException failed(ActiveRun run, String step, int number, int attempts, RuntimeException cause) {
        String words = Causes.inWords(cause);
        String file = Causes.file(run.settings().inbox(), cause);
        log.error("Chunk {} of {} failed", number, step, cause);
        ChunkFailedException failure =
                new ChunkFailedException("Chunk " + number + " of " + step + " failed: " + words, cause);
        try {
            patiently.run(
                    run.lock(),
                    attempt -> transactions.inTransaction(connection -> {
                        locks.requireHeld(run.revision().year(), run.lock().token());
                        chunks.failed(run.revision(), step, number, attempts, file, words);
                    }));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
