package org.mera.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** STAND-IN: a whole file in memory, just enough to run the tests of what is built upon it. */
public final class CsvScanner {

    private final byte[] bytes;
    private final RecordHandler handler;
    private TextEncoding encoding = TextEncoding.UTF_8;
    private char delimiter = ';';
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private CsvScanner(byte[] bytes, RecordHandler handler) {
        this.bytes = bytes;
        this.handler = handler;
    }

    /** Scans a file to its end. */
    public static CsvScan scan(Path file, RecordHandler handler) throws IOException {
        return new CsvScanner(Files.readAllBytes(file), handler).run();
    }

    private CsvScan run() {
        int from = 0;
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            from = 3;
        } else {
            try {
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException e) {
                encoding = TextEncoding.WINDOWS_1251;
            }
        }
        int last = 0;
        int number = 0;
        boolean header = true;
        boolean wanted = true;
        Problem fault = null;
        for (byte b : bytes) {
            if (b == 0) {
                fault = Problem.of(ProblemCode.BAD_ENCODING, "", 1).withVariant("nul");
            }
        }
        int position = from;
        while (fault == null && position < bytes.length) {
            if (header) {
                delimiter = delimiterFrom(position);
            }
            int start = position;
            int count = 0;
            boolean open = true;
            while (open) {
                if (count == starts.length) {
                    starts = java.util.Arrays.copyOf(starts, count * 2);
                    ends = java.util.Arrays.copyOf(ends, count * 2);
                }
                int end = fieldEnd(position);
                if (end < 0) {
                    fault = Problem.of(ProblemCode.MALFORMED_CSV, "", number + 1);
                    break;
                }
                starts[count] = position;
                ends[count] = end;
                count++;
                open = end < bytes.length && bytes[end] == delimiter;
                position = open ? end + 1 : end;
            }
            if (fault != null) {
                break;
            }
            if (position < bytes.length && bytes[position] == '\r') {
                position++;
            }
            if (position < bytes.length && bytes[position] == '\n') {
                position++;
            }
            number++;
            View view = new View(number, start, position - start, count);
            if (view.isBlankFrom(0)) {
                continue;
            }
            last = number;
            if (header) {
                header = false;
                wanted = handler.header(view);
            } else if (wanted) {
                handler.record(view);
            }
        }
        if (fault == null && last == 0) {
            fault = Problem.of(ProblemCode.UNKNOWN_HEADER, "", 1).withVariant("empty");
        }
        return new CsvScan(encoding, delimiter, bytes.length, HexFormat.of().formatHex(sha256()), last, fault);
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private char delimiterFrom(int position) {
        int[] counts = new int[128];
        for (int i = position; i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            if (bytes[i] > 0) {
                counts[bytes[i]]++;
            }
        }
        return counts[','] > counts[';'] ? ',' : counts['\t'] > counts[';'] ? '\t' : ';';
    }

    private int fieldEnd(int from) {
        int i = from;
        if (i < bytes.length && bytes[i] == '"') {
            i++;
            while (true) {
                if (i >= bytes.length) {
                    return -1;
                }
                if (bytes[i] == '"') {
                    if (i + 1 < bytes.length && bytes[i + 1] == '"') {
                        i++;
                    } else {
                        return i + 1;
                    }
                }
                i++;
            }
        }
        while (i < bytes.length && bytes[i] != delimiter && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private final class View implements RawRecord {
        private final int number;
        private final int start;
        private final int length;
        private final int count;

        View(int number, int start, int length, int count) {
            this.number = number;
            this.start = start;
            this.length = length;
            this.count = count;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public long offset() {
            return start;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public int fieldCount() {
            return count;
        }

        @Override
        public boolean isBlankFrom(int index) {
            for (int i = index; i < count; i++) {
                if (!field(i).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String field(int index) {
            if (index >= count) {
                return "";
            }
            String text = new String(bytes, starts[index], ends[index] - starts[index], encoding.charset());
            if (text.startsWith("\"")) {
                text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            }
            return Normalizer.normalize(text.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC);
        }

        @Override
        public void update(MessageDigest digest) {
            digest.update(bytes, start, length);
        }

        @Override
        public @Nullable String toString() {
            return "record " + number;
        }
    }
}
