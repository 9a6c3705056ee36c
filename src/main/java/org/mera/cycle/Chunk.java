package org.mera.cycle;

/**
 * What a partitioned step does at a time, in one transaction.
 *
 * @param step  register, discover or assess
 * @param first the first file or company of it, by code points
 * @param last  the last one
 * @param items how many files or companies
 */
public record Chunk(String step, int number, String first, String last, int items, State state) {

    /** What became of a chunk. */
    public enum State {
        WAITING,
        FAILED,
        DONE
    }
}
