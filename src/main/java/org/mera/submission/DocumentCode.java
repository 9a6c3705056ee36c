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
        if (text.isEmpty() || end(text.toCharArray(), 0, text.length()) != text.length()) {
            return Optional.empty();
        }
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            normal.append(fold(text.charAt(i)));
        }
        return Optional.of(normal.toString());
    }

    /** {@return where the code that begins at an index of a text ends, or -1 where none begins there} No letter or digit follows a code. */
    static int end(char[] text, int from, int limit) {
        int i = from;
        while (i < limit && i - from <= MOST_LETTERS && letter(text[i]) != 0) {
            i++;
        }
        if (i == from || i - from > MOST_LETTERS) {
            return -1;
        }
        if (i < limit && isDash(text[i])) {
            i++;
        }
        int digits = i;
        while (i < limit && PlainDecimal.isDigit(text[i])) {
            i++;
        }
        return i == digits || (i < limit && Character.isLetterOrDigit(text[i])) ? -1 : i;
    }

    /** {@return whether what has the form of a code is a clause: п3, ст12} Unless a document bears that code. */
    static boolean isClause(char[] text, int from, int end) {
        int i = from;
        while (i < end && letter(text[i]) != 0) {
            i++;
        }
        return PlainDecimal.isDigit(text[i]) && isClauseWord(text, from, i);
    }

    private static boolean isClauseWord(char[] text, int from, int end) {
        StringBuilder word = new StringBuilder(MOST_LETTERS);
        for (int i = from; i < end; i++) {
            word.append(letter(text[i]));
        }
        return CLAUSE_WORDS.contains(word.toString());
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
