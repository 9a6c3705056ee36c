package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.mera.csv.Sha256;
import org.mera.seal.SealedFile;

/** A published file that is open and was found to be what was published. What another publication puts in its place does not touch it. */
public final class OpenedOutput implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final SealedFile file;
    private final FileChannel channel;

    private OpenedOutput(SealedFile file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** {@return the file} Empty where it is missing or other than it was sealed. */
    static Optional<OpenedOutput> open(SealedFile file, Path place) throws IOException {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || Files.size(place) != file.size()) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(place, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        OpenedOutput opened = new OpenedOutput(file, channel);
        boolean same = false;
        try {
            same = opened.sha256().equals(file.sha256());
            return same ? Optional.of(opened) : Optional.empty();
        } finally {
            if (!same) {
                channel.close();
            }
        }
    }

    public SealedFile file() {
        return file;
    }

    /** Writes its bytes, from the first to the last. */
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < file.size(); ) {
            buffer.clear();
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException(file.path() + " has become shorter while it was read");
            }
            out.write(buffer.array(), 0, read);
            at += read;
        }
    }

    private String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; ; ) {
            buffer.clear();
            int read = channel.read(buffer, at);
            if (read < 0) {
                return HexFormat.of().formatHex(digest.digest());
            }
            digest.update(buffer.array(), 0, read);
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
