package org.mera.cycle;

/** What was asked of a cycle cannot be done: another methodology, another rating. The message is one line for the user. */
public final class CycleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CycleException(String message) {
        super(message);
    }
}
