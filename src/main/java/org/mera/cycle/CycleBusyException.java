package org.mera.cycle;

/** Another process runs the cycle, or has taken it over. The message is one line for the user: who, since when. */
public final class CycleBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CycleBusyException(String message) {
        super(message);
    }
}
