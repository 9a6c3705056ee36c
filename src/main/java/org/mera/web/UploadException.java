package org.mera.web;

import java.util.List;

/** Files that are not taken as they were sent. */
final class UploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        NOTHING("no-file", 400),
        TOO_MANY("too-many-files", 413),
        TOO_LARGE("too-large", 413),
        TOO_MUCH("too-much-to-check", 422),
        BUSY("busy", 429),
        TOO_SLOW("too-slow", 422),
        NO_LINES("no-lines", 422);

        private final String code;
        private final int status;

        Reason(String code, int status) {
            this.code = code;
            this.status = status;
        }

        /** {@return the word of the API and of the pages' bundle} */
        String code() {
            return code;
        }

        int status() {
            return status;
        }
    }

    private final Reason reason;
    private final transient List<Object> details;

    UploadException(Reason reason, String message, Object... details) {
        super(message);
        this.reason = reason;
        this.details = List.of(details);
    }

    Reason reason() {
        return reason;
    }

    /** {@return what the sentence of the pages' bundle is filled in with} */
    Object[] details() {
        return details.toArray();
    }
}
