package org.mera.submission;

/**
 * Numbers as people type them: digits with at most one comma or point. They are read in tenths, because no score, sum or number of a
 * criterion is finer, and because a BigDecimal for each of twenty million cells is too slow.
 */
final class PlainDecimal {

    /** What is no plain decimal, finer than a tenth or above {@link #LARGEST}. */
    static final int NONE = -1;

    private static final int LONGEST = 40;
    private static final int LARGEST = 99_999_999;

    private PlainDecimal() {}

    /** {@return the number in tenths, or {@link #NONE}} */
    static int tenths(String text) {
        int length = text.length();
        int whole = 0;
        int i = 0;
        while (i < length && isDigit(text.charAt(i))) {
            whole = whole * 10 + (text.charAt(i) - '0');
            if (whole > LARGEST) {
                return NONE;
            }
            i++;
        }
        if (i == 0 || length > LONGEST) {
            return NONE;
        }
        return i == length ? whole * 10 : withDecimals(text, i, whole);
    }

    /** {@return the whole number, or {@link #NONE}} {@code 7}, {@code 07} and Excel's {@code 7,0} are 7. */
    static int whole(String text) {
        int tenths = tenths(text);
        return tenths >= 0 && tenths % 10 == 0 ? tenths / 10 : NONE;
    }

    private static int withDecimals(String text, int mark, int whole) {
        if ((text.charAt(mark) != ',' && text.charAt(mark) != '.') || mark == text.length() - 1) {
            return NONE;
        }
        for (int i = mark + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) || (i > mark + 1 && c != '0')) {
                return NONE;
            }
        }
        return whole * 10 + (text.charAt(mark + 1) - '0');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
