package org.mera.cli;

/** A run that broke off in the middle; the message is the command that goes on with it. */
final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailedException(String goOn, RuntimeException cause) {
        super(goOn, cause);
    }
}
