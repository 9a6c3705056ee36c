package org.mera.csv;

import java.security.MessageDigest;

/** One record as the scanner sees it: bytes with field boundaries. Valid only until the handler returns. */
public interface RawRecord {

    /** {@return the record's number: the first record of the file is 1, empty ones are counted} */
    int number();

    /** {@return where the record begins: bytes from the file's beginning} */
    long offset();

    /** {@return the record's bytes with its line end} */
    int length();

    /** {@return how many fields it has, empty ones counted} */
    int fieldCount();

    /** {@return whether no field from this index (0-based) on has text} Spaces, NBSP and empty quotes are no text. */
    boolean isBlankFrom(int index);

    /** {@return the text of the field at this index (0-based), unquoted, trimmed, NFC} Empty beyond the last field. */
    String field(int index);

    /** {@return a copy of what stands for the field in the file} Only to be compared by {@link #fieldEquals}; empty beyond the last field. */
    byte[] rawField(int index);

    /**
     * {@return whether the field stands in the file as this copy of {@link #rawField}} Then its text is the same too; where it is not, the text may
     * still be. Made for records that repeat the field of the one before them: no text is built.
     */
    boolean fieldEquals(int index, byte[] raw);

    /** Feeds the record's bytes, line end included, to a digest. */
    void update(MessageDigest digest);
}
