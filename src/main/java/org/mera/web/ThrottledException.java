package org.mera.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts have failed; the next may be made later. */
final class ThrottledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    ThrottledException(Duration wait) {
        super("too many failed attempts; try again later");
        this.wait = wait;
    }

    /** {@return the seconds to wait, for the header {@code Retry-After}} */
    String retryAfter() {
        return Long.toString(Math.max(1, wait.toSeconds() + 1));
    }
}
