package org.mera.submission;

/** The rules by which submissions are checked and the wording of their problems, as a version. */
public final class Rules {

    /**
     * Raised whenever a check, a message or the way in which records are read changes: what was assessed by other rules is assessed again, and
     * what is stored of a company, its records as handed in, is never read otherwise than when it was assessed.
     */
    public static final int VERSION = 2;

    private Rules() {}
}
