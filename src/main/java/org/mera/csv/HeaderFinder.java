package org.mera.csv;

import java.util.Arrays;

/**
 * Looks at the records up to the first that is not empty, the header, before the delimiter is known: a quote at the beginning of the record or
 * after any of the three delimiters opens a quoted field. The delimiter is the most frequent one outside quotes, {@code ;} where two are equal.
 */
final class HeaderFinder {

    private static final char[] DELIMITERS = {';', ',', '\t'};

    /** What a record ahead of the data is. */
    enum Found {
        EMPTY,
        HEADER,
        NEEDS_MORE
    }

    private final int[] counts = new int[DELIMITERS.length];
    private int length;

    /** {@return the length of the empty record that was looked at, with its line end} */
    int length() {
        return length;
    }

    /** {@return the delimiter of the header that was looked at} */
    char delimiter() {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS[best];
    }

    /** {@return the place in {@link #DELIMITERS} of a delimiter, or -1} */
    private static int indexOf(byte found) {
        return found == ';' ? 0 : found == ',' ? 1 : found == '\t' ? 2 : -1;
    }

    static boolean isDelimiter(byte found) {
        return indexOf(found) >= 0;
    }

    /** Looks at the record that begins at {@code start}. A faulty one is called the header, so that its fault is found in its place. */
    Found look(byte[] bytes, int start, int end, boolean last, TextEncoding encoding) {
        Arrays.fill(counts, 0);
        int limit = (int) Math.min(end, (long) start + RecordEnd.LONGEST);
        boolean fieldStart = true;
        int at = start;
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
            if (fieldStart && bytes[at] == '"') {
                int behind = behindQuoted(bytes, at, limit);
                if (behind < 0) {
                    return limit == end && !last ? Found.NEEDS_MORE : Found.HEADER;
                }
                at = behind;
                fieldStart = false;
            } else {
                int delimiter = indexOf(bytes[at++]);
                fieldStart = delimiter >= 0;
                if (fieldStart) {
                    counts[delimiter]++;
                }
            }
        }
        return atEnd(bytes, start, at, end, last, encoding);
    }

    private Found atEnd(byte[] bytes, int start, int at, int end, boolean last, TextEncoding encoding) {
        boolean returns = at < end && bytes[at] == '\r';
        if (!last && (at == end || (returns && at + 1 == end))) {
            return Found.NEEDS_MORE;
        }
        boolean longerThanAny = at < end && !returns && bytes[at] != '\n';
        if (longerThanAny || !isHollow(bytes, start, at, encoding)) {
            return Found.HEADER;
        }
        boolean pair = returns && at + 1 < end && bytes[at + 1] == '\n';
        length = Math.min(end, at + (pair ? 2 : 1)) - start;
        return Found.EMPTY;
    }

    /** {@return the place behind a quoted field's closing quote, -1 where there is none} */
    private static int behindQuoted(byte[] bytes, int openingQuote, int limit) {
        int at = openingQuote + 1;
        while (at < limit) {
            if (bytes[at] != '"') {
                at++;
            } else if (at + 1 < limit && bytes[at + 1] == '"') {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean isHollow(byte[] bytes, int start, int end, TextEncoding encoding) {
        for (int at = start; at < end; at++) {
            byte found = bytes[at];
            if (found < 0) {
                return isHollow(new String(bytes, at, end - at, encoding.charset()));
            }
            if (found > ' ' && found != '"' && !isDelimiter(found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHollow(String text) {
        return text.chars().allMatch(c -> c == '"' || c == ';' || c == ',' || FieldText.isBlank((char) c));
    }
}
