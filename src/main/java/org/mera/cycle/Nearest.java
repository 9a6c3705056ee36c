package org.mera.cycle;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /** {@return the word with the fewest slips of the hand} Empty where more than two letters in five would have to change. */
    public static Optional<String> to(String word, Collection<String> words) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.stream()
                .filter(candidate -> 5 * slips(plain, candidate) <= 2 * Math.max(plain.length(), candidate.length()))
                .min(Comparator.comparingInt(candidate -> slips(plain, candidate)));
    }

    /** A slip is a letter too many, too few, another one, or two that changed places. */
    private static int slips(String left, String right) {
        int[][] slips = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int other = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(slips[i - 1][j - 1] + other, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[left.length()][right.length()];
    }
}
