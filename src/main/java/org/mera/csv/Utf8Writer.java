package org.mera.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Writes characters as UTF-8, as {@link java.io.OutputStreamWriter} does, in fewer steps: that one is slow where most characters are Cyrillic, and
 * takes much room for a file of a few lines. Half a pair of surrogates means nothing and becomes a question mark.
 */
final class Utf8Writer extends Writer {

    private static final int ROOM = 8 * 1024;

    /** So many characters are looked at between two looks at the room that is left. */
    private static final int RUN = 1024;

    /** Two characters that make a pair take four bytes; the half that was left of the run before takes one more. */
    private static final int LONGEST_RUN = RUN * 3 + 4;

    private static final byte REPLACEMENT = '?';

    private final OutputStream out;
    private final byte[] bytes = new byte[ROOM];
    private final char[] run = new char[RUN];
    private int length;
    private char high;

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(String text, int offset, int count) throws IOException {
        int end = offset + count;
        for (int from = offset; from < end; from += RUN) {
            int to = Math.min(end, from + RUN);
            text.getChars(from, to, run, 0);
            encode(run, 0, to - from);
        }
    }

    @Override
    public void write(char[] text, int offset, int count) throws IOException {
        int end = offset + count;
        for (int from = offset; from < end; from += RUN) {
            encode(text, from, Math.min(end, from + RUN));
        }
    }

    /** Hands on what is written, but for the first half of a pair. */
    @Override
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (high != 0) {
                ensure(1);
                lonely();
            }
            drain();
        }
    }

    private void encode(char[] text, int from, int to) throws IOException {
        ensure(LONGEST_RUN);
        byte[] into = bytes;
        int n = length;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (high != 0 || Character.isSurrogate(c)) {
                length = n;
                surrogate(c);
                n = length;
            } else if (c < 0x80) {
                into[n++] = (byte) c;
            } else if (c < 0x800) {
                into[n++] = (byte) (0xc0 | (c >> 6));
                into[n++] = (byte) (0x80 | (c & 0x3f));
            } else {
                into[n++] = (byte) (0xe0 | (c >> 12));
                into[n++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                into[n++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        length = n;
    }

    /** A character that is half of a pair, or comes after one. */
    private void surrogate(char c) {
        if (high != 0 && Character.isLowSurrogate(c)) {
            pair(Character.toCodePoint(high, c));
            high = 0;
            return;
        }
        if (high != 0) {
            lonely();
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[length++] = REPLACEMENT;
        } else {
            plain(c);
        }
    }

    private void lonely() {
        bytes[length++] = REPLACEMENT;
        high = 0;
    }

    private void pair(int c) {
        bytes[length++] = (byte) (0xf0 | (c >> 18));
        bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3f));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void plain(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
            return;
        }
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | (c >> 6));
        } else {
            bytes[length++] = (byte) (0xe0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void ensure(int more) throws IOException {
        if (ROOM - length < more) {
            drain();
        }
    }

    private void drain() throws IOException {
        int count = length;
        length = 0;
        out.write(bytes, 0, count);
    }
}
