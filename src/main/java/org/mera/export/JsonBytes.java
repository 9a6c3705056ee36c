package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON written as bytes, UTF-8, for the part of a file that has a hundred thousand entries: what is the same in each is laid out once and copied. It
 * checks nothing: brackets, commas and line ends are the caller's.
 */
final class JsonBytes {

    private static final int SIZE = 64 * 1024;
    private static final int LONGEST_NUMBER = 11;

    /** So many characters of a text are written between two looks at the room that is left. */
    private static final int RUN = 1024;

    /** A character takes six bytes at most, as an escape; a pair of surrogates, which may stand across the end of a run, four. */
    private static final int LONGEST_RUN = (RUN + 1) * 6;

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    JsonBytes raw(byte[] bytes) throws IOException {
        if (bytes.length > SIZE) {
            flush();
            out.write(bytes, 0, bytes.length);
            return this;
        }
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    JsonBytes raw(char ascii) throws IOException {
        ensure(1);
        buffer[length++] = (byte) ascii;
        return this;
    }

    /** A number whose digits are laid out already. */
    JsonBytes number(String ascii) throws IOException {
        int digits = ascii.length();
        ensure(digits);
        for (int i = 0; i < digits; i++) {
            buffer[length + i] = (byte) ascii.charAt(i);
        }
        length += digits;
        return this;
    }

    JsonBytes number(int number) throws IOException {
        if (number < 0) {
            return number(Integer.toString(number));
        }
        ensure(LONGEST_NUMBER);
        int end = length + digits(number);
        length = end;
        int rest = number;
        do {
            int tenth = rest / 10;
            buffer[--end] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        } while (rest > 0);
        return this;
    }

    private static int digits(int number) {
        int digits = 1;
        for (long next = 10; number >= next; next *= 10) {
            digits++;
        }
        return digits;
    }

    JsonBytes bool(boolean value) throws IOException {
        return raw(value ? TRUE : FALSE);
    }

    JsonBytes nothing() throws IOException {
        return raw(NULL);
    }

    /** A text in quotes. */
    JsonBytes text(String text) throws IOException {
        raw('"');
        int i = 0;
        while (i < text.length()) {
            ensure(LONGEST_RUN);
            int end = Math.min(text.length(), i + RUN);
            while (i < end) {
                char c = text.charAt(i++);
                if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                    buffer[length++] = (byte) c;
                } else if (c < 0x80) {
                    escape(c);
                } else if (Character.isHighSurrogate(c)
                        && i < text.length()
                        && Character.isLowSurrogate(text.charAt(i))) {
                    encode(Character.toCodePoint(c, text.charAt(i++)));
                } else {
                    encode(c);
                }
            }
        }
        return raw('"');
    }

    /** Hands on what has been written; the stream is not flushed. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void escape(char c) {
        buffer[length++] = '\\';
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        if (letter >= 0) {
            buffer[length++] = (byte) "btnfr\"\\".charAt(letter);
        } else {
            buffer[length++] = 'u';
            buffer[length++] = '0';
            buffer[length++] = '0';
            buffer[length++] = HEX[c >> 4];
            buffer[length++] = HEX[c & 0xf];
        }
    }

    /** Half a pair of surrogates means nothing and becomes the replacement character. */
    private void encode(int character) {
        int c = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? 0xfffd : character;
        if (c < 0x800) {
            buffer[length++] = (byte) (0xc0 | (c >> 6));
        } else if (c < 0x10000) {
            buffer[length++] = (byte) (0xe0 | (c >> 12));
            buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        } else {
            buffer[length++] = (byte) (0xf0 | (c >> 18));
            buffer[length++] = (byte) (0x80 | ((c >> 12) & 0x3f));
            buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        buffer[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void ensure(int more) throws IOException {
        if (SIZE - length < more) {
            flush();
        }
    }
}
