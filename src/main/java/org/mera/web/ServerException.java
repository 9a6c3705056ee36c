package org.mera.web;

import org.jspecify.annotations.Nullable;

/** A server that cannot be started as it is configured; the message is one line for the user: what, where, what to do. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
