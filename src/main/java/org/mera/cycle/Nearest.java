package org.mera.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** {@return the word with the fewest letters to change} Empty where more than two in five would have to change. */
    static Optional<String> to(String word, List<String> words) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.stream()
                .filter(candidate -> 5 * distance(plain, candidate) <= 2 * Math.max(plain.length(), candidate.length()))
                .min(Comparator.comparingInt(candidate -> distance(plain, candidate)));
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
