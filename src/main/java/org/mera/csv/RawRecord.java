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

    /** Feeds the record's bytes, line end included, to a digest. */
    void update(MessageDigest digest);
}
