package org.mera.csv;

import java.security.MessageDigest;

/** The bytes of a file that a scan has in memory for the moment. */
public interface PassedBytes {

    /**
     * Feeds bytes of the file to a digest.
     *
     * @param offset where they begin: bytes from the file's beginning
     */
    void update(MessageDigest digest, long offset, int length);
}
