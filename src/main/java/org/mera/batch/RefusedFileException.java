package org.mera.batch;

/** A file that is not taken into the inbox; the message is one line that says what to do. */
public final class RefusedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {

        /** It has a name that no file of an inbox may have. */
        NAME,

        /** Two of them have the same name. */
        TWICE,

        /** There is a file of this name. */
        EXISTS,

        /** There is something of this name that is no ordinary file. */
        SPECIAL,

        /** It would replace a file while a run goes on. */
        BUSY
    }

    private final String file;
    private final Reason reason;

    RefusedFileException(String file, Reason reason, String message) {
        super(message);
        this.file = file;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public Reason reason() {
        return reason;
    }
}
