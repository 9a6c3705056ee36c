package org.mera.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a CSV file from its first byte to its last, whatever its size in constant memory, and hands out its records. It says what the whole file
 * is: encoding, delimiter, hash, or the fault for which it cannot be read. After a fault no more records are handed out, and those that were
 * count for nothing.
 *
 * <p>The encoding is decided by the whole file, but guessed from its beginning so that it is read once; where the guess was wrong the handler is
 * told to start anew and the file is read a second time.
 */
public final class CsvScanner {

    private static final int CHUNK = 1 << 18;

    /** Where a size is no promise, as of a pipe, reading byte by byte would take for ever. */
    private static final int SMALLEST_CHUNK = 1 << 13;

    /** Where a file's bytes come from, each time anew. */
    interface Source {
        InputStream open() throws IOException;
    }

    private CsvScanner() {}

    /**
     * Scans a file.
     *
     * @throws IOException when it cannot be read, or changes while it is read
     */
    public static CsvScan scan(Path file, RecordHandler handler) throws IOException {
        return scan(() -> Files.newInputStream(file), chunkFor(Files.size(file)), handler);
    }

    /** Scans what would be a file with these bytes. */
    public static CsvScan scan(byte[] bytes, RecordHandler handler) throws IOException {
        return scan(() -> new ByteArrayInputStream(bytes), chunkFor(bytes.length), handler);
    }

    /** A byte more than a small file has, so that its end is seen at the first read. */
    private static int chunkFor(long size) {
        return (int) Math.max(SMALLEST_CHUNK, Math.min(CHUNK, size + 1));
    }

    static CsvScan scan(Source source, int chunk, RecordHandler handler) throws IOException {
        ScanPass first;
        try (InputStream in = source.open()) {
            first = new ScanPass(in, handler, chunk, null);
            CsvScan scan = first.run();
            if (first.guessHeld()) {
                return scan;
            }
        }
        handler.restart();
        try (InputStream in = source.open()) {
            ScanPass second = new ScanPass(in, handler, chunk, first.decided());
            CsvScan scan = second.run();
            if (!second.guessHeld()) {
                throw new IOException("The file changed while it was read");
            }
            return scan;
        }
    }
}
