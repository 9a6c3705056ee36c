package org.mera.batch;

/** A run broke off that had been written down, so that it can be done again; the cause is what broke it off. */
public final class RunBrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;
    private final RuntimeException failure;

    public RunBrokenOffException(int year, RuntimeException failure) {
        super(failure.getMessage(), failure);
        this.year = year;
        this.failure = failure;
    }

    /** {@return the rated year of the run} */
    public int year() {
        return year;
    }

    /** {@return what broke it off} */
    public RuntimeException failure() {
        return failure;
    }
}
