package org.mera.methodology;

import java.util.Locale;

/** A text in the two languages of the reports. */
public record LocalizedText(String ru, String en) {

    public LocalizedText {
        if (ru.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A text is needed in Russian and in English: «" + ru + en + "»");
        }
    }

    /** {@return the text in the language of the locale} Russian where it is neither Russian nor English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ru;
    }
}
