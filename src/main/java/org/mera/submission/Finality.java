package org.mera.submission;

/** What the lines of an expert's Table say in the column {@code final}, gathered line by line. */
final class Finality {

    private int yes;
    private int no;
    private int blank;
    private String notFinal = "";
    private String unreadable = "";

    void add(String word) {
        if (Words.isYes(word)) {
            yes++;
        } else if (Words.isNo(word)) {
            no++;
            notFinal = word;
        } else if (Words.isNothing(word)) {
            blank++;
        } else if (unreadable.isEmpty()) {
            unreadable = word;
        }
    }

    /** {@return the first word that is neither yes nor no} Empty where there is none. */
    String unreadable() {
        return unreadable;
    }

    /** {@return the word that says no} Empty where no line does. */
    String notFinal() {
        return notFinal;
    }

    boolean isFinal() {
        return yes > 0 && no + blank == 0;
    }

    boolean isFinalInPart() {
        return yes > 0 && no + blank > 0;
    }
}
