package org.mera.csv;

/** Whether a problem keeps a company out of the ranking (error) or marks it for verification (warning). */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** {@return the word that files and messages use} */
    public String word() {
        return word;
    }
}
