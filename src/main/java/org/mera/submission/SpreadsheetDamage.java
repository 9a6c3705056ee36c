package org.mera.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a spreadsheet made of a text that it took for a date ({@code 15.мар}, {@code мар.15}) or for a number ({@code 7,7E+11}). */
enum SpreadsheetDamage {
    DATE,
    NUMBER;

    private static final int LETTERS_OF_A_MONTH = 3;
    private static final int LONGEST_PIECE = 4;
    private static final Set<String> MONTHS = Set.of(
            "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "jan", "feb",
            "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** {@return the variant of the message} */
    String variant() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the damage that a text shows} Empty for a text that a person may have written. */
    static Optional<SpreadsheetDamage> in(String text) {
        if (isMonthAndDigits(text)) {
            return Optional.of(DATE);
        }
        return isExponent(text) ? Optional.of(NUMBER) : Optional.empty();
    }

    /** One name of a month, and on either side or both digits, parted by a point or a hyphen. */
    private static boolean isMonthAndDigits(String text) {
        int months = 0;
        int numbers = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '-') {
                end++;
            }
            if (end - from > LONGEST_PIECE) {
                return false;
            }
            String piece = text.substring(from, end);
            if (piece.length() == LETTERS_OF_A_MONTH && MONTHS.contains(Words.lower(piece))) {
                months++;
            } else if (PlainDecimal.whole(piece) >= 0) {
                numbers++;
            } else {
                return false;
            }
            from = end + 1;
        }
        return months == 1 && (numbers == 1 || numbers == 2);
    }

    /** A spreadsheet writes the exponent with its sign and at least two digits. */
    private static boolean isExponent(String text) {
        int mark = Math.max(text.indexOf('E'), text.indexOf('e'));
        if (mark <= 0 || mark + 3 >= text.length() || (text.charAt(mark + 1) != '+' && text.charAt(mark + 1) != '-')) {
            return false;
        }
        for (int i = mark + 2; i < text.length(); i++) {
            if (!PlainDecimal.isDigit(text.charAt(i))) {
                return false;
            }
        }
        boolean decimalMark = false;
        for (int i = 0; i < mark; i++) {
            char c = text.charAt(i);
            if (!PlainDecimal.isDigit(c) && (decimalMark || i == 0 || (c != ',' && c != '.'))) {
                return false;
            }
            decimalMark |= !PlainDecimal.isDigit(c);
        }
        return true;
    }
}
