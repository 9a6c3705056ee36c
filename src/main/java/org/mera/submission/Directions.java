package org.mera.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The directions of a criterion that a line names by letter: {@code а, б, д; н/п: г}.
 *
 * @param confirmed     a bit for each direction that applies and is confirmed: the first direction is bit 0
 * @param notApplicable a bit for each direction that does not apply
 * @param unknown       what names no direction of the criterion, as written, each once
 */
public record Directions(long confirmed, long notApplicable, List<String> unknown) {

    private static final Directions NONE = new Directions(0, 0, List.of());
    private static final String RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

    /**
     * {@return the directions that a text names}
     *
     * @param count how many directions the criterion has
     */
    public static Directions parse(String text, int count) {
        if (Words.isNothing(text)) {
            return NONE;
        }
        return new Reading(text, count).directions();
    }

    /**
     * {@return whether characters plainly name directions of a criterion and nothing else} Like {@code а, б; н/п: г}, as nearly all do: small letters of
     * one alphabet. False also where they have to be read with more care.
     *
     * @param from  where they begin
     * @param to    where they end
     * @param count how many directions the criterion has
     */
    static boolean arePlain(char[] characters, int from, int to, int count) {
        char first = 0;
        int word = from;
        while (word < to) {
            char letter = characters[word];
            int end = word + 1;
            if (end < to && characters[end] == '/') {
                end = word + 3;
                if (end > to || !isNotApplicable(letter, characters[word + 2])) {
                    return false;
                }
            } else {
                first = first == 0 ? firstOfAlphabet(letter) : first;
                if (letter < first || letter - first >= Math.min(count, lengthOfAlphabet(first))) {
                    return false;
                }
            }
            if (end < to && (end + 2 >= to || !isPlainSeparator(characters[end]) || characters[end + 1] != ' ')) {
                return false;
            }
            word = end + 2;
        }
        return true;
    }

    private static char firstOfAlphabet(char letter) {
        return letter <= 'z' ? 'a' : 'а';
    }

    private static int lengthOfAlphabet(char first) {
        return first == 'a' ? LATIN.length() : RUSSIAN.length();
    }

    private static boolean isNotApplicable(char before, char after) {
        return (before == 'н' && after == 'п') || (before == 'n' && after == 'a');
    }

    private static boolean isPlainSeparator(char c) {
        return c == ',' || c == ';' || c == ':';
    }

    /** One reading of a cell. A cell keeps to one alphabet: the one that most of its letters are of. */
    private static final class Reading {

        private final String text;
        private final int count;
        private int from;
        private int end;
        private long confirmed;
        private long notApplicable;
        private Set<String> unknown = Set.of();

        Reading(String text, int count) {
            this.text = text;
            this.count = count;
        }

        Directions directions() {
            String alphabet = alphabet();
            boolean applicable = true;
            end = 0;
            while (next()) {
                applicable |= startsGroup();
                if (isNotApplicable()) {
                    applicable = false;
                } else if (!isNothing()) {
                    add(alphabet, applicable);
                }
            }
            return new Directions(confirmed, notApplicable, List.copyOf(unknown));
        }

        private void add(String alphabet, boolean applicable) {
            int direction = end - from == 1 ? alphabet.indexOf(Character.toLowerCase(text.charAt(from))) : -1;
            if (direction < 0 || direction >= count) {
                unknown = unknown.isEmpty() ? new LinkedHashSet<>() : unknown;
                unknown.add(text.substring(from, end));
            } else if (applicable) {
                confirmed |= 1L << direction;
            } else {
                notApplicable |= 1L << direction;
            }
        }

        private String alphabet() {
            int russian = 0;
            int latin = 0;
            boolean russianFirst = true;
            end = 0;
            while (next()) {
                if (end - from == 1 && !isNothing()) {
                    boolean isLatin = LATIN.indexOf(Character.toLowerCase(text.charAt(from))) >= 0;
                    russianFirst = russian + latin == 0 ? !isLatin : russianFirst;
                    latin += isLatin ? 1 : 0;
                    russian += isLatin ? 0 : 1;
                }
            }
            return russian > latin || (russian == latin && russianFirst) ? RUSSIAN : LATIN;
        }

        private boolean next() {
            from = end;
            while (from < text.length() && isSeparator(text.charAt(from))) {
                from++;
            }
            end = from;
            while (end < text.length() && !isSeparator(text.charAt(end))) {
                end++;
            }
            return from < text.length();
        }

        private boolean startsGroup() {
            for (int i = from - 1; i >= 0 && isSeparator(text.charAt(i)); i--) {
                if (text.charAt(i) == ';' || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                    return true;
                }
            }
            return false;
        }

        /** {@return whether the word says that a group has no directions: {@code н/п: нет}} */
        private boolean isNothing() {
            return end - from == 1
                    ? DocumentCode.isDash(text.charAt(from))
                    : end - from == 3 && text.regionMatches(true, from, "нет", 0, 3);
        }

        private boolean isNotApplicable() {
            return end - from == 3
                    && (text.regionMatches(true, from, "н/п", 0, 3) || text.regionMatches(true, from, "n/a", 0, 3));
        }

        private static boolean isSeparator(char c) {
            return c <= ' ' || c == '\u00a0' || c == ',' || c == ';' || c == ':' || c == '.' || c == '(' || c == ')';
        }
    }
}
