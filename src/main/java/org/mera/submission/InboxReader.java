package org.mera.submission;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;

/** Reads the bytes of ranges back. Keeps files open, as a chunk's companies often stand in the same ones; not for several threads at once. */
public final class InboxReader implements AutoCloseable {

    /** As many as a large inbox of bulk files has: by company, its chunks read from all of them. */
    private static final int MOST_FILES = 256;

    /** Several chunks are read at once, and the process has other files to open. */
    private static final int SHARE = 16;

    private static final int OPEN_FILES = (int) Math.max(1, Math.min(MOST_FILES, limit() / SHARE));

    private final Map<OpenFile, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);
    private final MessageDigest digest = Sha256.digest();

    /**
     * {@return the bytes of a range}
     *
     * @throws ChangedDuringRunException when they are not what was scanned
     * @throws IOException when the file cannot be read
     */
    public byte[] read(Path inbox, String file, Range range) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(range.length());
        FileChannel channel = channel(new OpenFile(inbox, file));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, range.offset() + bytes.position()) < 0) {
                throw new ChangedDuringRunException(file);
            }
        }
        if (!MessageDigest.isEqual(digest.digest(bytes.array()), range.sha256())) {
            throw new ChangedDuringRunException(file);
        }
        return bytes.array();
    }

    /** {@return how many files the process may have open at once} Elsewhere than on Unix nobody tells. */
    private static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : (long) SHARE * MOST_FILES;
    }

    private FileChannel channel(OpenFile file) throws IOException {
        @Nullable FileChannel known = open.get(file);
        if (known != null) {
            return known;
        }
        if (open.size() == OPEN_FILES) {
            OpenFile eldest = open.keySet().iterator().next();
            close(open.remove(eldest));
        }
        try {
            UnreadableFile.requireRegular(file.path());
            FileChannel opened = FileChannel.open(file.path());
            open.put(file, opened);
            return opened;
        } catch (NoSuchFileException e) {
            throw new ChangedDuringRunException(file.name(), e);
        }
    }

    private static void close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : open.values()) {
            channel.close();
        }
        open.clear();
    }

    /** Tells files apart for less than a path put together each time. */
    private record OpenFile(Path inbox, String name) {

        Path path() {
            return inbox.resolve(name);
        }
    }
}
