package org.mera.report;

/** A paper cannot be printed, and the message says why: a template, a style, a font or a wording with a fault, or data that it cannot bear. */
public final class PaperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PaperException(String message) {
        super(message);
    }

    PaperException(String message, Throwable cause) {
        super(message, cause);
    }
}
