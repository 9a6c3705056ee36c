package org.mera.submission;

/** What a file's header says it holds. */
public enum Form {
    COMPANIES,
    TABLE,
    DOCUMENTS,
    DECISIONS,
    VERIFICATION,
    /** Rankings of earlier years. No header of an inbox is taken for one. */
    HISTORY
}
