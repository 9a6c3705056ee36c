package org.mera.cli;

/** A console that cannot be served as it is configured; the message is one line for the user: what, where, what to do. */
public final class ConsoleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConsoleException(String message, Throwable cause) {
        super(message, cause);
    }
}
