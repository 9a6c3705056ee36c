package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Writes a file, hashing it on the way; it is on the disk when {@link #close} returns. A failure comes as {@link OutputException}, so that no
 * writer between turns it into something else.
 */
final class SealedStream extends OutputStream {

    private final Path folder;
    private final String name;
    private final FileChannel channel;
    private final Consumer<SealedFile> finished;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private long size;
    private boolean failed;

    /**
     * @param folder   named in a failure
     * @param name     by which the file is sealed
     * @param finished is told when the file is complete
     */
    SealedStream(Path folder, String name, Path file, Consumer<SealedFile> finished) throws IOException {
        this.folder = folder;
        this.name = name;
        this.finished = finished;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) {
        if (!buffer.hasRemaining()) {
            drain();
        }
        buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            int part = Math.min(left, buffer.remaining());
            buffer.put(bytes, from, part);
            from += part;
            left -= part;
        }
    }

    /** Does nothing when it is closed already; a file whose writing failed is closed but never finished. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (FileChannel closing = channel) {
            if (!failed) {
                drain();
                closing.force(true);
            }
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
        if (!failed) {
            finished.accept(new SealedFile(name, size, HexFormat.of().formatHex(digest.digest())));
        }
    }

    private void drain() {
        buffer.flip();
        digest.update(buffer.duplicate());
        size += buffer.remaining();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            failed = true;
            throw OutputException.of(folder, e);
        }
        buffer.clear();
    }
}
