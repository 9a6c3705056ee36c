package org.mera.batch;

/** Something failed that has to do with one company of a chunk; the cause is what. */
final class CompanyFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String company;

    CompanyFailedException(String company, RuntimeException cause) {
        super("company " + company, cause);
        this.company = company;
    }

    String company() {
        return company;
    }
}
