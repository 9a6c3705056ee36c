package org.mera.web;

/** A request to the API that is refused. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Of a year of which there is nothing. */
    static ApiException noCycle(int year) {
        return new ApiException(404, "no-cycle", "There is no cycle of " + year);
    }

    /** Of a year of which nothing was published. */
    static ApiException notPublished(int year) {
        return new ApiException(404, "not-published", "Nothing has been published of " + year + " yet");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
