package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.mera.csv.Sha256;

/**
 * Writes a file, hashing it on the way; who is told of its end brings it to the disk and closes it. A failure comes as {@link OutputException}, so
 * that no writer between turns it into something else.
 */
final class SealedStream extends OutputStream {

    /** Most files are small, and there may be many; the large ones want few calls. */
    private static final int FIRST_BUFFER = 4 * 1024;

    private static final int LARGEST_BUFFER = 256 * 1024;

    /** Takes over a file whose last byte is written. */
    interface Ending {
        void end(FileChannel channel, SealedFile written) throws IOException;
    }

    private final Path folder;
    private final String name;
    private final FileChannel channel;
    private final Ending ending;
    private final MessageDigest digest = Sha256.digest();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int length;
    private long size;
    private boolean closed;
    private boolean failed;

    /**
     * @param folder named in a failure
     * @param name   by which the file is sealed
     * @param ending syncs the file, and closes it whatever comes
     */
    SealedStream(Path folder, String name, Path file, Ending ending) throws IOException {
        this.folder = folder;
        this.name = name;
        this.ending = ending;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) {
        if (length == buffer.length) {
            makeRoom();
        }
        buffer[length++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (length == buffer.length) {
                makeRoom();
            }
            int part = Math.min(left, buffer.length - length);
            System.arraycopy(bytes, from, buffer, length, part);
            length += part;
            from += part;
            left -= part;
        }
    }

    /** Does nothing when it is closed already; a file whose writing failed is closed but never finished. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!failed) {
                drain();
            }
        } finally {
            end();
        }
    }

    private void end() {
        try {
            if (failed) {
                channel.close();
            } else {
                ending.end(channel, new SealedFile(name, size, HexFormat.of().formatHex(digest.digest())));
            }
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
    }

    private void makeRoom() {
        if (buffer.length < LARGEST_BUFFER) {
            buffer = Arrays.copyOf(buffer, buffer.length * 4);
        } else {
            drain();
        }
    }

    private void drain() {
        digest.update(buffer, 0, length);
        size += length;
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, length);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            failed = true;
            throw OutputException.of(folder, e);
        }
        length = 0;
    }
}
