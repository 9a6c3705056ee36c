package org.mera.seal;

import java.util.Locale;

/** A file of a set of outputs that is not as it was sealed. */
public record Difference(String file, Kind kind) {

    /** What is wrong with it. */
    public enum Kind {
        MISSING,
        /** Its size or hash is another one; of the manifest: it cannot be understood. */
        DAMAGED,
        /** It is there, but cannot be read. */
        UNREADABLE,
        /** The manifest names a file outside of the set. */
        OUTSIDE
    }

    /** {@return for example {@code ranking.csv: damaged}} */
    @Override
    public String toString() {
        return file + ": " + kind.name().toLowerCase(Locale.ROOT);
    }
}
