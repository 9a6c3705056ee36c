package org.mera.cycle;

import java.time.Instant;

/**
 * A chunk that failed in a run.
 *
 * @param run      its id
 * @param revision of that run
 * @param step     register, discover or assess
 * @param first    the first file or company of the chunk, by code points
 * @param last     the last one
 * @param items    how many files or companies
 * @param file     that the failure has to do with; empty where none
 * @param cause    in words
 * @param attempts how often it has been tried up to this failure, in all of the runs
 * @param runs     in how many runs it has failed up to this failure
 * @param at       when it failed
 * @param since    what has become of it
 */
public record ChunkFailure(
        long run,
        int revision,
        String step,
        int number,
        String first,
        String last,
        int items,
        String file,
        String cause,
        int attempts,
        int runs,
        Instant at,
        Since since) {

    /** What has become of a failed chunk since it failed. */
    public enum Since {
        /** Nothing: it is to be done yet. */
        FAILED,
        /** A later run did it. */
        DONE,
        /** A later run tried it in vain, and has a failure of its own. */
        FAILED_AGAIN,
        /** The inputs changed, and a newer revision took the place of the chunk's. */
        REPLACED
    }
}
