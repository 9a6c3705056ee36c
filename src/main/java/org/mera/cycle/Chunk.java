package org.mera.cycle;

/**
 * What a partitioned step does at a time, in one transaction.
 *
 * @param step     discover or assess
 * @param first    the first file or company of it, by code points
 * @param last     the last one
 * @param items    how many files or companies
 * @param attempts how often it was tried
 * @param file     that the failure has to do with; empty where none or not failed
 * @param cause    of the failure in words; empty where not failed
 */
public record Chunk(
        String step,
        int number,
        String first,
        String last,
        int items,
        State state,
        int attempts,
        String file,
        String cause) {

    /** What became of a chunk. */
    public enum State {
        WAITING,
        FAILED,
        DONE
    }
}
