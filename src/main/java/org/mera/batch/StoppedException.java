package org.mera.batch;

/** A run has stopped because somebody asked for it. What it had begun is whole, what it had not begun is left for a rerun. */
final class StoppedException extends RuntimeException {

    /** How the message of every run begins that was stopped. */
    static final String BEGINNING = "stopped by ";

    private static final long serialVersionUID = 1L;

    StoppedException(String by) {
        super(BEGINNING + by + "; a rerun goes on with it");
    }
}
