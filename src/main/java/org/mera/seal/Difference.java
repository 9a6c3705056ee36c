package org.mera.seal;

import java.util.Locale;

/**
 * In what a file of a set of outputs, or of its inputs, is not what it ought to be.
 *
 * @param file as the set or the inbox names it
 * @param line of a CSV file the record, of JSON the line; 0 where it is about the whole file
 * @param what in words
 */
public record Difference(String file, int line, String what) {

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

    /** {@return for example {@code ranking.csv: damaged} or {@code ranking.csv:7: 7707083893, total: sealed 150.5, recomputed 151.0}} */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what;
    }
}
