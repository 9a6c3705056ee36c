package org.mera.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of the fields of a range, as {@link FieldText} does, but of the usual ones much faster. A million lines have the same few short
 * fields, scores above all: of those there is one text each, made once for all ranges.
 */
final class FieldReader {

    private static final int LONGEST_SHARED = 12;
    private static final int USUAL_LENGTH = 256;

    /** The characters of the upper half of Windows-1251. None of them ever changes under NFC. */
    private static final char[] UPPER_HALF = upperHalf();

    /** Of each encoding, by a hash of the bytes. Any thread may put another text into a slot at any time: what it finds there it compares. */
    private static final @Nullable Shared[][] SHARED = new Shared[TextEncoding.values().length][1024];

    private record Shared(byte[] raw, String text) {}

    private final byte[] bytes;
    private final TextEncoding encoding;
    private final @Nullable Shared[] shared;
    private char[] characters = new char[USUAL_LENGTH];

    FieldReader(byte[] bytes, TextEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.shared = SHARED[encoding.ordinal()];
    }

    /** {@return the text of the field that stands between two places: unquoted, trimmed, NFC} */
    String text(int from, int to) {
        if (from == to) {
            return "";
        }
        return to - from <= LONGEST_SHARED ? sharedText(from, to) : newText(from, to);
    }

    private String sharedText(int from, int to) {
        int slot = hash(from, to) & (shared.length - 1);
        Shared found = shared[slot];
        if (found != null && Arrays.equals(found.raw, 0, found.raw.length, bytes, from, to)) {
            return found.text;
        }
        Shared made = new Shared(Arrays.copyOfRange(bytes, from, to), newText(from, to));
        shared[slot] = made;
        return made.text;
    }

    private int hash(int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 10);
    }

    private String newText(int from, int to) {
        boolean quoted = bytes[from] == '"';
        int start = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        if (characters.length < end - start) {
            characters = new char[Math.max(end - start, 2 * characters.length)];
        }
        int length = encoding == TextEncoding.UTF_8 ? readUtf8(start, end, quoted) : readWindows1251(start, end, quoted);
        return length < 0 ? FieldText.of(bytes, from, to, encoding) : trimmed(length);
    }

    /** {@return how many characters there are, or -1 where a quote stands for another} */
    private int readWindows1251(int start, int end, boolean quoted) {
        int length = 0;
        for (int at = start; at < end; at++) {
            byte found = bytes[at];
            if (found == '"' && quoted) {
                return -1;
            }
            characters[length++] = found >= 0 ? (char) found : UPPER_HALF[found & 0x7F];
        }
        return length;
    }

    /** {@return how many characters there are, or -1 where one is not a plain letter or sign, which could combine with others} */
    private int readUtf8(int start, int end, boolean quoted) {
        int length = 0;
        int at = start;
        while (at < end) {
            byte found = bytes[at++];
            if (found >= 0) {
                if (found == '"' && quoted) {
                    return -1;
                }
                characters[length++] = (char) found;
            } else if (at < end && isPlainLead(found) && isContinuation(bytes[at])) {
                characters[length++] = (char) ((found & 0x1F) << 6 | bytes[at++] & 0x3F);
            } else if (at + 1 < end && found == (byte) 0xE2 && bytes[at] == (byte) 0x80 && isPlainSign(bytes[at + 1])) {
                characters[length++] = (char) (0x2000 | bytes[at + 1] & 0x3F);
                at += 2;
            } else {
                return -1;
            }
        }
        return length;
    }

    /** Of Latin letters up to U+02FF and of Russian ones up to U+047F. */
    private static boolean isPlainLead(byte found) {
        int lead = found & 0xFF;
        return (lead >= 0xC2 && lead <= 0xCB) || lead == 0xD0 || lead == 0xD1;
    }

    private static boolean isContinuation(byte found) {
        return (found & 0xC0) == 0x80;
    }

    /** The last byte of hyphens, dashes, quotation marks and dots, U+2010 to U+2027. */
    private static boolean isPlainSign(byte found) {
        int last = found & 0xFF;
        return last >= 0x90 && last <= 0xA7;
    }

    private String trimmed(int length) {
        int from = 0;
        int to = length;
        while (from < to && FieldText.isBlank(characters[from])) {
            from++;
        }
        while (from < to && FieldText.isBlank(characters[to - 1])) {
            to--;
        }
        return new String(characters, from, to - from);
    }

    private static char[] upperHalf() {
        byte[] upper = new byte[128];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = (byte) (0x80 + i);
        }
        return new String(upper, TextEncoding.WINDOWS_1251.charset()).toCharArray();
    }
}
