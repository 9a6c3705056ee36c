package org.mera.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares what is written into it with what stands in a file, and keeps nothing but the line of the first difference. */
final class ComparingStream extends OutputStream {

    private final InputStream sealed;
    private int line = 1;
    private boolean different;
    private boolean closed;

    private ComparingStream(InputStream sealed) {
        this.sealed = sealed;
    }

    /** What writes the content of a file. */
    interface Content {

        /** Writes it and closes the stream. */
        void write(OutputStream out) throws IOException;
    }

    /** {@return the line of the file at which it first is not what this content is; 0 where it is the same} */
    static int firstDifferentLine(InputStream sealed, Content content) throws IOException {
        ComparingStream comparing = new ComparingStream(sealed);
        content.write(new BufferedOutputStream(comparing, 1 << 16));
        comparing.close();
        return comparing.different ? comparing.line : 0;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (different) {
            return;
        }
        byte[] expected = sealed.readNBytes(count);
        int mismatch = Arrays.mismatch(expected, 0, expected.length, bytes, offset, offset + count);
        int same = mismatch < 0 ? count : mismatch;
        for (int i = 0; i < same; i++) {
            line += expected[i] == '\n' ? 1 : 0;
        }
        different = mismatch >= 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            different |= sealed.read() >= 0;
        }
    }
}
