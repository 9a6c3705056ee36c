package org.mera.csv;

import java.text.Normalizer;

/** From a field's bytes to its text: unquoted, trimmed, NFC. */
final class FieldText {

    /** No language stacks so many marks on a letter, and normalising takes quadratic time in their number. */
    private static final int MOST_MARKS = 256;

    private FieldText() {}

    /** {@return the text of the field in these bytes} */
    static String of(byte[] bytes, int from, int to, TextEncoding encoding) {
        if (from == to) {
            return "";
        }
        if (bytes[from] != '"') {
            return clean(new String(bytes, from, to - from, encoding.charset()));
        }
        return clean(unquoted(bytes, from + 1, to - 1, encoding));
    }

    /** {@return whether the field in these bytes has no text: nothing but spaces, NBSP and quotes around them} */
    static boolean isBlank(byte[] bytes, int from, int to, TextEncoding encoding) {
        boolean quoted = from < to && bytes[from] == '"';
        int start = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        for (int at = start; at < end; at++) {
            if (bytes[at] > ' ') {
                return false;
            } else if (bytes[at] < 0) {
                return clean(new String(bytes, at, end - at, encoding.charset()))
                        .isEmpty();
            }
        }
        return true;
    }

    /** {@return the text trimmed (NBSP and the byte order mark too) and composed (NFC)} */
    static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return composed(text.substring(from, to));
    }

    /** {@return whether trimming takes this character away} */
    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u0085'
                || c == '\uFEFF'
                || (c >= '\u1680' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private static String unquoted(byte[] bytes, int from, int to, TextEncoding encoding) {
        int quote = from;
        while (quote < to && bytes[quote] != '"') {
            quote++;
        }
        if (quote == to) {
            return new String(bytes, from, to - from, encoding.charset());
        }
        byte[] single = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            single[length++] = bytes[at];
            if (bytes[at] == '"') {
                at++;
            }
        }
        return new String(single, 0, length, encoding.charset());
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSurelyComposed(text.charAt(i))) {
                return hasTooManyMarks(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Latin, Russian and common punctuation never change under NFC; what else may, the normaliser decides. */
    private static boolean isSurelyComposed(char c) {
        return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x2010 && c <= 0x2027) || c == '№';
    }

    private static boolean hasTooManyMarks(String text) {
        int marks = 0;
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
