package org.mera.cycle;

/**
 * The right to run a cycle, held by one process at a time. Closing it lets the next one in.
 *
 * @see JdbcCycleLocks
 */
public interface CycleLock extends AutoCloseable {

    /** {@return the fencing token} It grows with every holder; who holds an older one may write nothing more. */
    long token();

    /**
     * Makes sure that the lock is held, and takes it again, with the same token, where it was lost with its connection. To be called before anything
     * is written; cheap while nothing is lost.
     *
     * @throws CycleBusyException when another process has taken the cycle over
     */
    void keep();

    @Override
    void close();
}
