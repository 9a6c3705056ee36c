package org.mera.submission;

/** Who scored: an expert, whose scores count, or the company itself, whose scores never do. */
public enum Assessor {
    EXPERT("expert", "эксперт"),
    COMPANY("company", "компания");

    private final String english;
    private final String russian;

    Assessor(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    /** {@return the English word, as outputs write it} */
    public String word() {
        return english;
    }

    /** {@return the Russian word} */
    public String russian() {
        return russian;
    }
}
