package org.mera.submission;

/** The numbers of companies planned, assessed and stored disagree: something was lost, and nothing may be published. */
public final class ReconciliationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReconciliationException(String message) {
        super(message);
    }
}
