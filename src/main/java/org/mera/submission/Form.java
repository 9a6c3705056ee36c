package org.mera.submission;

/** What a file's header says it holds. */
public enum Form {
    COMPANIES,
    TABLE,
    DOCUMENTS,
    DECISIONS,
    VERIFICATION
}
