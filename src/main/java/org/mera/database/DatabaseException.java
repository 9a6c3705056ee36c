package org.mera.database;

/** A database that cannot be used; the message is one line for the user: what, where, what to do. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        super(oneLine(message));
    }

    public DatabaseException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " / ");
    }
}
