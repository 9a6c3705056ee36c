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
        long plain = plainList(text, count);
        return plain == 0 ? new Reading(text, count).directions() : new Directions(plain, 0, List.of());
    }

    /** {@return the directions of a text like {@code а, б, д}, as nearly all are} 0 where it has to be read with more care. */
    private static long plainList(String text, int count) {
        char first = LATIN.indexOf(text.charAt(0)) >= 0 ? 'a' : 'а';
        int letters = Math.min(count, first == 'a' ? LATIN.length() : RUSSIAN.length());
        long confirmed = 0;
        for (int i = 0; ; i += 3) {
            int direction = text.charAt(i) - first;
            if (direction < 0 || direction >= letters) {
                return 0;
            }
            confirmed |= 1L << direction;
            if (i + 1 == text.length()) {
                return confirmed;
            }
            if (i + 3 >= text.length() || text.charAt(i + 1) != ',' || text.charAt(i + 2) != ' ') {
                return 0;
            }
        }
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
