package org.mera.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.DocumentKind;

/** The words that fields may hold, in English and Russian, in any case. */
final class Words {

    /** No text that says that there is nothing has more characters. */
    static final int LONGEST_NOTHING = 3;

    private Words() {}

    /** {@return whether a text says that there is nothing} A dash or «нет» does. */
    static boolean isNothing(String text) {
        return text.isEmpty()
                || (text.length() == 1 && DocumentCode.isDash(text.charAt(0)))
                || (text.length() == LONGEST_NOTHING && text.equalsIgnoreCase("нет"));
    }

    /** {@return whom a word names, or null} */
    static @Nullable Assessor assessor(String word) {
        String plain = plain(word);
        for (Assessor assessor : Assessor.values()) {
            if (plain.equals(assessor.word()) || plain.equals(assessor.russian())) {
                return assessor;
            }
        }
        return null;
    }

    /** {@return the kind of document that a text names} Empty where there is none. */
    static Optional<DocumentKind> kind(String text) {
        Optional<DocumentKind> spelt = DocumentKind.of(text);
        return spelt.isPresent() ? spelt : DocumentKind.of(plain(text));
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("да");
    }

    static boolean isNo(String word) {
        return word.equalsIgnoreCase("no") || word.equalsIgnoreCase("нет");
    }

    /**
     * {@return a text as it is compared with others} Case, ё, and what nobody sees make no difference: which white space parts two words, and
     * which hyphen or dash joins them, as word processors put their own.
     */
    static String plain(String text) {
        String spaced = withPlainGaps(text);
        StringBuilder plain = new StringBuilder(spaced.length());
        for (int i = 0; i < spaced.length(); i++) {
            char c = lower(spaced.charAt(i));
            plain.append(DocumentCode.isDash(c) ? '-' : c == 'ё' ? 'е' : c);
        }
        return plain.toString();
    }

    /** {@return a text that looks the same} With one space for any white space, and the keyboard's hyphen for those of word processors. */
    static String withPlainGaps(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = plain.length() > 0;
            } else {
                if (gap) {
                    plain.append(' ');
                    gap = false;
                }
                plain.append(DocumentCode.isHyphen(c) ? '-' : c);
            }
        }
        return plain.toString();
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
