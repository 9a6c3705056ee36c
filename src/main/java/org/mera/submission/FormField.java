package org.mera.submission;

import java.util.List;

/**
 * A column of a form.
 *
 * @param name     canonical, as {@link Layout} and problems name it
 * @param words    the headings that mean it: the English one first, then the Russian one, then others
 * @param required whether a file without it is not of the form
 */
record FormField(String name, List<String> words, boolean required) {

    FormField {
        words = List.copyOf(words);
    }

    static FormField required(String english, String russian) {
        return new FormField(english, List.of(english, russian), true);
    }

    static FormField optional(String english, String russian) {
        return new FormField(english, List.of(english, russian), false);
    }

    String english() {
        return words.get(0);
    }

    String russian() {
        return words.get(1);
    }
}
