package org.mera.submission;

/** An inbox that cannot be read as a folder; the message is one line that says what to do. */
public final class InboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InboxException(String message) {
        super(message);
    }

    public InboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
