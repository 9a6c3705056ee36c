package org.mera.company;

import java.util.Locale;
import java.util.Optional;

/** How a company takes part: on site (очный, it may score itself) or by desk (заочный). */
public enum Participation {
    ON_SITE("on-site", "очный"),
    DESK("desk", "заочный");

    private final String english;
    private final String russian;

    Participation(String english, String russian) {
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

    /** {@return the word in the language of the locale} */
    public String word(Locale locale) {
        return locale.getLanguage().equals("en") ? english : russian;
    }

    /** {@return the participation that a word names, in English or Russian, any case} Empty where there is none. */
    public static Optional<Participation> of(String word) {
        for (Participation participation : values()) {
            if (word.equalsIgnoreCase(participation.english) || word.equalsIgnoreCase(participation.russian)) {
                return Optional.of(participation);
            }
        }
        return Optional.empty();
    }
}
