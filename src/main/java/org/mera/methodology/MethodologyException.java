package org.mera.methodology;

/** A methodology file that cannot be used; the message names the file and every fault found in it, one a line. */
public final class MethodologyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MethodologyException(String message) {
        super(message);
    }

    public MethodologyException(String message, Throwable cause) {
        super(message, cause);
    }
}
