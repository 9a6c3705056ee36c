package org.mera.submission;

/** Files that hold more than a check may hold in memory; the message is one line that says what to do. */
public final class TooMuchToCheckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchToCheckException(String message) {
        super(message);
    }
}
