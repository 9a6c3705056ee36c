package org.mera.schedule;

import org.jspecify.annotations.Nullable;

/** News could not be told. */
final class UntoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthATry;

    /** @param worthATry whether it may work another time */
    UntoldException(String message, boolean worthATry, @Nullable Throwable cause) {
        super(message, cause);
        this.worthATry = worthATry;
    }

    boolean isWorthATry() {
        return worthATry;
    }
}
