package org.mera.cli;

/** A run that broke off in the middle; the message is the command that goes on with it. */
final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    RunFailedException(String goOn, RuntimeException failure) {
        super(goOn, failure);
        this.failure = failure;
    }

    RuntimeException failure() {
        return failure;
    }
}
