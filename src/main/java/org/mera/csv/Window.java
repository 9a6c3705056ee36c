package org.mera.csv;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** The part of a file that is in memory: from the record that is being read to the last byte that was read. */
final class Window implements PassedBytes {

    private final InputStream in;
    private final int chunk;
    private final LineCounter lines = new LineCounter();

    private byte[] bytes;
    private long base;
    private int start;
    private int end;
    private boolean last;

    /**
     * @param chunk how many bytes are read at once, at least 1
     */
    Window(InputStream in, int chunk) {
        if (chunk < 1) {
            throw new IllegalArgumentException("A chunk has at least a byte, not " + chunk);
        }
        this.in = in;
        this.chunk = chunk;
        this.bytes = new byte[chunk];
    }

    /** Reads on, keeping what was not dropped. {@return where in {@link #bytes()} the new bytes begin} */
    int read() throws IOException {
        int kept = end - start;
        byte[] target = kept + chunk > bytes.length ? new byte[Math.max(kept + chunk, 2 * kept)] : bytes;
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        base += start;
        start = 0;
        int count = in.readNBytes(bytes, kept, chunk);
        end = kept + count;
        last = count < chunk;
        return kept;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@return where in {@link #bytes()} the record begins} */
    int start() {
        return start;
    }

    /** {@return where in {@link #bytes()} what was read ends} */
    int end() {
        return end;
    }

    /** {@return whether the file has been read to its end} */
    boolean isLast() {
        return last;
    }

    /** {@return where the record begins: bytes from the file's beginning} */
    long offset() {
        return base + start;
    }

    /** {@return the place in {@link #bytes()} of a byte of the file, no further than the end} */
    int indexOf(long offset) {
        return (int) Math.max(0, Math.min(end, offset - base));
    }

    /** Gives up bytes at the beginning: the next record begins behind them. */
    void drop(int count) {
        lines.add(bytes, start, start + count);
        start += count;
    }

    /** Gives up records in which so many lines end. */
    void dropRecords(int length, int lineEnds) {
        lines.addRecords(bytes, start, start + length, lineEnds);
        start += length;
    }

    @Override
    public void update(MessageDigest digest, long offset, int length) {
        digest.update(bytes, Math.toIntExact(offset - base), length);
    }

    /** {@return the physical line (from 1) of a place in {@link #bytes()}} No place before the record that is being read is known. */
    int lineAt(int index) {
        return lines.lineAt(bytes, start, index);
    }

    /** {@return a piece of the record for a message, without a broken character at its ends} */
    String excerpt(int from, int to, TextEncoding encoding) {
        String text = new String(Arrays.copyOfRange(bytes, from, to), encoding.charset());
        int first = 0;
        int behind = text.length();
        while (first < behind && text.charAt(first) == '\uFFFD') {
            first++;
        }
        while (behind > first && text.charAt(behind - 1) == '\uFFFD') {
            behind--;
        }
        return FieldText.clean(text.substring(first, behind));
    }
}
