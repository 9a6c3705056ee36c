package org.mera.submission;

/** The rules by which submissions are checked and the wording of their problems, as a version. */
public final class Rules {

    /** Raised whenever a check or a message changes: what was assessed by other rules is assessed again. */
    public static final int VERSION = 1;

    private Rules() {}
}
