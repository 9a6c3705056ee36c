package org.mera.submission;

/** A file of the inbox is not any more what it was when it was scanned; the message names it. */
public final class ChangedDuringRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    ChangedDuringRunException(String file) {
        super(file + " changed during the run; leave the inbox alone while a run lasts, then rerun");
        this.file = file;
    }

    ChangedDuringRunException(String file, Throwable cause) {
        super(file + " was removed during the run; leave the inbox alone while a run lasts, then rerun", cause);
        this.file = file;
    }

    /** {@return the file, relative to the inbox} */
    public String file() {
        return file;
    }
}
