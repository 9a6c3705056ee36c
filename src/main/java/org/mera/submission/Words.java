package org.mera.submission;

import org.jspecify.annotations.Nullable;

/** The words that fields may hold, in English and Russian, in any case. */
final class Words {

    private Words() {}

    /** {@return whether a text says that there is nothing} A dash or «нет» does. */
    static boolean isNothing(String text) {
        return text.isEmpty()
                || text.length() == 1 && DocumentCode.isDash(text.charAt(0))
                || text.length() == 3 && text.equalsIgnoreCase("нет");
    }

    /** {@return whom a word names, or null} */
    static @Nullable Assessor assessor(String word) {
        for (Assessor assessor : Assessor.values()) {
            if (word.equalsIgnoreCase(assessor.word()) || word.equalsIgnoreCase(assessor.russian())) {
                return assessor;
            }
        }
        return null;
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("да");
    }

    static boolean isNo(String word) {
        return word.equalsIgnoreCase("no") || word.equalsIgnoreCase("нет");
    }

    /** {@return a text as it is compared with others} Case, ё and the width of spaces make no difference. */
    static String plain(String text) {
        if (isNothing(text)) {
            return "";
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (!space) {
                plain.append(lower(c));
            } else if (plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().replace('ё', 'е');
    }

    /** {@return a text in lower case} */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(lower(text.charAt(i)));
        }
        return lower.toString();
    }

    /**
     * {@return a character in lower case} One for one: {@code String.toLowerCase} makes two of an İ, and takes quadratic time where there are many.
     */
    static char lower(char c) {
        return Character.toLowerCase(c);
    }
}
