package org.mera.cycle;

/**
 * The right to run a cycle, held by one process at a time. Closing it lets the next one in.
 *
 * @see JdbcCycleLocks
 */
public interface CycleLock extends AutoCloseable {

    /** {@return the fencing token} It grows with every holder; who holds an older one may write nothing more. */
    long token();

    @Override
    void close();
}
