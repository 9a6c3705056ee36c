package org.mera.csv;

import java.security.MessageDigest;

/** The SHA-256 of records as they stand in the file, line ends included. Neighbours are hashed in one piece, as far as they are in memory together. */
public final class RecordsDigest {

    private final MessageDigest digest = Sha256.digest();

    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /** Adds a record. Its bytes are looked at later: see {@link RecordHandler#bytesLeave}. */
    public void add(RawRecord record) {
        if (record.bytes() != bytes || record.start() != to) {
            settle();
            bytes = record.bytes();
            from = record.start();
        }
        to = record.start() + record.length();
    }

    /** Hashes what was added while it is still in memory. */
    public void settle() {
        digest.update(bytes, from, to - from);
        from = to;
    }

    /** {@return the hash of the records added since the last one} */
    public byte[] digest() {
        settle();
        return digest.digest();
    }
}
