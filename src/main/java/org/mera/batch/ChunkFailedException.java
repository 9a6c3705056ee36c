package org.mera.batch;

/** A chunk failed for a technical reason, which is written down; the other chunks go on. */
final class ChunkFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChunkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
