package org.mera.web;

/** A server that cannot be started as it is configured; the message is one line for the user: what, where, what to do. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
