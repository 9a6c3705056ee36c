package org.mera.seal;

import java.util.Locale;

/**
 * In what a file of a set of outputs, or of its inputs, is not what it ought to be.
 *
 * @param file as the set or the inbox names it
 * @param line of a CSV file the record, of JSON the line; 0 where it is about the whole file
 * @param what in words
 * @param kind of what kind it is among those that only a recomputation shows, {@code ranking.csv, rank} for example; empty where it may be the cause of
 *             such: a file is not what was sealed, or what is sealed says nothing sensible
 */
public record Difference(String file, int line, String what, String kind) {

    /** What is wrong with a file as a whole. */
    public enum Kind {
        MISSING,
        /** Its size or hash is another one; of the manifest: it cannot be understood. */
        DAMAGED,
        /** It is there, but cannot be read. */
        UNREADABLE,
        /** The manifest names a file outside of the set. */
        OUTSIDE
    }

    Difference(String file, Kind kind) {
        this(file, 0, kind.name().toLowerCase(Locale.ROOT));
    }

    Difference(String file, String what) {
        this(file, 0, what);
    }

    Difference(String file, int line, String what) {
        this(file, line, what, "");
    }

    /** {@return whether it may be the cause of others} */
    public boolean isCause() {
        return kind.isEmpty();
    }

    /** {@return the same as one that only a recomputation shows} Its kind is its file's where it has none. */
    Difference asConsequence() {
        return isCause() ? new Difference(file, line, what, file) : this;
    }

    /** {@return for example {@code ranking.csv: damaged} or {@code ranking.csv:7: 7707083893, total: stands 150.5, recomputed 151.0}} */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what;
    }
}
