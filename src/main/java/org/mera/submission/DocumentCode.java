package org.mera.submission;

import java.util.Optional;
import java.util.Set;

/**
 * The code of a source document: one to four letters, perhaps a hyphen, then digits ({@code Д1}, {@code ЛНА-12}). Case, Latin and Cyrillic
 * look-alikes and the kinds of dash make no difference; the hyphen itself does.
 */
final class DocumentCode {

    private static final int MOST_LETTERS = 4;

    private static final char[] LATIN = new char[128];
    private static final char FIRST_CYRILLIC = '\u0400';
    private static final char[] CYRILLIC = new char[0x60];

    static {
        for (char c = 'A'; c <= 'Z'; c++) {
            LATIN[c] = c;
            LATIN[c + 32] = c;
        }
        String latin = "ABEKMHOPCTXY";
        String cyrillic = "АВЕКМНОРСТХУ";
        for (int i = 0; i < latin.length(); i++) {
            LATIN[latin.charAt(i)] = cyrillic.charAt(i);
            LATIN[latin.charAt(i) + 32] = cyrillic.charAt(i);
        }
        for (char c = 'А'; c <= 'Я'; c++) {
            CYRILLIC[c - FIRST_CYRILLIC] = c;
            CYRILLIC[c + 32 - FIRST_CYRILLIC] = c;
        }
        CYRILLIC['Ё' - FIRST_CYRILLIC] = 'Е';
        CYRILLIC['ё' - FIRST_CYRILLIC] = 'Е';
    }

    /** What stands for a clause, not for a document, directly before digits: п3, с84. In normal form. */
    private static final Set<String> CLAUSE_WORDS =
            Set.of("П", "ПП", "ПОДП", "СТ", "Ч", "С", "СТР", "ГЛ", "РАЗД", "ПРИЛ", "АБЗ", "Л");

    private DocumentCode() {}

    /** {@return the normal form of a text that is a code and nothing else} Empty for any other text. */
    static Optional<String> normal(String text) {
        if (text.isEmpty() || end(text, 0) != text.length()) {
            return Optional.empty();
        }
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            normal.append(fold(text.charAt(i)));
        }
        return Optional.of(normal.toString());
    }

    /** {@return where the code that begins at an index ends, or -1 where none begins there} No letter or digit follows a code. */
    static int end(String text, int from) {
        int i = from;
        while (i < text.length() && i - from <= MOST_LETTERS && letter(text.charAt(i)) != 0) {
            i++;
        }
        if (i == from || i - from > MOST_LETTERS) {
            return -1;
        }
        if (i < text.length() && isDash(text.charAt(i))) {
            i++;
        }
        int digits = i;
        while (i < text.length() && PlainDecimal.isDigit(text.charAt(i))) {
            i++;
        }
        return i == digits || (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) ? -1 : i;
    }

    /** {@return whether what has the form of a code is a clause: п3, ст12} Unless a document bears that code. */
    static boolean isClause(String text, int from, int end) {
        StringBuilder word = new StringBuilder(MOST_LETTERS);
        int i = from;
        while (i < end && letter(text.charAt(i)) != 0) {
            word.append(letter(text.charAt(i)));
            i++;
        }
        return PlainDecimal.isDigit(text.charAt(i)) && CLAUSE_WORDS.contains(word.toString());
    }

    /** {@return the character of the normal form} Of characters that a code may have. */
    static char fold(char c) {
        char letter = letter(c);
        return letter != 0 ? letter : isDash(c) ? '-' : c;
    }

    /** {@return whether a character is read as the hyphen of the keyboard: it breaks no line, or says so itself} */
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private static char letter(char c) {
        if (c < LATIN.length) {
            return LATIN[c];
        }
        return c >= FIRST_CYRILLIC && c < FIRST_CYRILLIC + CYRILLIC.length ? CYRILLIC[c - FIRST_CYRILLIC] : 0;
    }
}
