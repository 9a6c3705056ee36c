package org.mera.submission;

/** STAND-IN: written elsewhere. */
public final class InboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InboxException(String message) {
        super(message);
    }
}
