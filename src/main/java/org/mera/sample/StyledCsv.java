package org.mera.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as other programs do: in their encodings, with their delimiters and line ends. It encodes by itself, because a benchmark's inbox has
 * a gigabyte.
 */
final class StyledCsv implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final char UNASSIGNED = '\uFFFD'; // what a byte is decoded to that stands for no character
    private static final int FLUSH_FROM = BUFFER - 4096;

    private final OutputStream out;
    private final char delimiter;
    private final byte[] lineEnd;
    private final byte @Nullable [] oneByteCodes;
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private int fieldStart;
    private boolean mustQuote;
    private boolean atStart = true;

    /** Takes over the stream: {@link #close()} closes it. */
    StyledCsv(OutputStream out, FileStyle style) {
        this.out = out;
        delimiter = style.delimiter();
        lineEnd = style.lineEnd().getBytes(StandardCharsets.US_ASCII);
        oneByteCodes = style.charset().equals(StandardCharsets.UTF_8) ? null : oneByteCodes(style.charset());
        if (style.bom()) {
            put('\uFEFF');
        }
    }

    StyledCsv field(String text) throws IOException {
        return open().append(text).shut();
    }

    /** Begins a field; {@link #shut()} ends it. */
    StyledCsv open() throws IOException {
        if (length > FLUSH_FROM) {
            flush();
        }
        if (!atStart) {
            put(delimiter);
        }
        atStart = false;
        fieldStart = length;
        mustQuote = false;
        return this;
    }

    StyledCsv append(String text) {
        makeRoom(text.length());
        byte[] to = buffer;
        int at = length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                at = encode(c, to, at);
                continue;
            }
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                mustQuote = true;
                if (c == '"') {
                    to[at++] = '"';
                }
            }
            to[at++] = (byte) c;
        }
        length = at;
        return this;
    }

    /** Appends a letter, a digit or a mark that needs no quotes. */
    StyledCsv append(char c) {
        makeRoom(1);
        put(c);
        return this;
    }

    StyledCsv append(int number) {
        if (number < 0 || number >= 1000) {
            return append(Integer.toString(number));
        }
        makeRoom(3);
        if (number >= 100) {
            buffer[length++] = (byte) ('0' + number / 100);
        }
        if (number >= 10) {
            buffer[length++] = (byte) ('0' + number / 10 % 10);
        }
        buffer[length++] = (byte) ('0' + number % 10);
        return this;
    }

    boolean isEmptyField() {
        return length == fieldStart;
    }

    /** Ends the field: only now it is known whether it needs quotes. */
    StyledCsv shut() {
        if (mustQuote) {
            System.arraycopy(buffer, fieldStart, buffer, fieldStart + 1, length - fieldStart);
            buffer[fieldStart] = '"';
            length++;
            buffer[length++] = '"';
        }
        return this;
    }

    /** Ends the record. */
    void end() {
        for (byte b : lineEnd) {
            buffer[length++] = b;
        }
        atStart = true;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** Makes room for the longest form of so many characters, and for what may follow them: quotes, delimiter, line end. */
    private void makeRoom(int characters) {
        int needed = length + characters * 3 + 8;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void put(char c) {
        if (c < 0x80) {
            buffer[length++] = (byte) c;
        } else {
            length = encode(c, buffer, length);
        }
    }

    private int encode(char c, byte[] to, int from) {
        int at = from;
        if (oneByteCodes != null) {
            to[at++] = oneByteCode(oneByteCodes, c);
        } else if (c < 0x800) {
            to[at++] = (byte) (0xC0 | (c >> 6));
            to[at++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isSurrogate(c)) {
            throw new IllegalArgumentException("Sample files have no character above U+FFFF");
        } else {
            to[at++] = (byte) (0xE0 | (c >> 12));
            to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            to[at++] = (byte) (0x80 | (c & 0x3F));
        }
        return at;
    }

    private static byte oneByteCode(byte[] codes, char c) {
        byte code = codes[c];
        if (code == 0) {
            throw new IllegalArgumentException("The file's encoding has no character «" + c + "»");
        }
        return code;
    }

    /** {@return the byte of every character that the encoding has} 0 where it has none. */
    private static byte[] oneByteCodes(Charset charset) {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        for (int code = 0x80; code <= 0xFF; code++) {
            char c = new String(new byte[] {(byte) code}, charset).charAt(0);
            if (c != UNASSIGNED) {
                codes[c] = (byte) code;
            }
        }
        return codes;
    }
}
