package org.mera.submission;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mera.csv.CsvScan;
import org.mera.csv.CsvScanner;
import org.mera.csv.Problem;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;
import org.mera.csv.TextEncoding;

/**
 * A file given back to whoever handed it in, with a last column that says of each line what is wrong with it. All else stays as it was, byte for
 * byte: delimiter, quotes, line ends, empty lines, and the encoding as long as it has the letters that the problems need; Windows-1251 becomes UTF-8
 * where it has not. A column that an earlier check has added is written anew.
 */
public final class AnnotatedFile {

    private static final String BETWEEN = " | ";

    private final Path file;
    private final TextEncoding encoding;
    private final Charset charset;
    private final char delimiter;
    private final String heading;
    private final NavigableMap<Integer, String> remarks;

    private AnnotatedFile(Path file, CsvScan scan, Locale language, NavigableMap<Integer, String> remarks) {
        this.file = file;
        this.encoding = scan.encoding();
        this.delimiter = scan.delimiter();
        this.heading = heading(language);
        this.remarks = remarks;
        CharsetEncoder encoder = encoding.charset().newEncoder();
        boolean fits = encoder.canEncode(heading) && remarks.values().stream().allMatch(encoder::canEncode);
        this.charset = fits ? encoding.charset() : StandardCharsets.UTF_8;
    }

    /**
     * Writes the file with its problems. {@return whether it could be done} Not where the file as a whole cannot be read: then it has no lines.
     *
     * @param problems of this file; those of a line that is empty or behind the last stand at the nearest line
     */
    public static boolean write(Path file, List<Problem> problems, Locale language, Path target) throws IOException {
        CsvScan scan = CsvScanner.scan(file, new Ignoring());
        if (scan.fault() != null) {
            return false;
        }
        new AnnotatedFile(file, scan, language, remarks(problems, scan.records(), language)).writeTo(target);
        return true;
    }

    private static NavigableMap<Integer, String> remarks(List<Problem> problems, int last, Locale language) {
        return problems.stream()
                .sorted(Problem.ORDER)
                .collect(Collectors.groupingBy(
                        problem -> Math.min(problem.line(), last),
                        TreeMap::new,
                        Collectors.mapping(problem -> remark(problem, language), Collectors.joining(BETWEEN))));
    }

    /** It begins with a word of ours, so that no spreadsheet takes what somebody has written for a formula. */
    private static String remark(Problem problem, Locale language) {
        boolean english = isEnglish(language);
        StringBuilder text = new StringBuilder(
                problem.isError() ? english ? "error" : "ошибка" : english ? "warning" : "предупреждение");
        if (problem.criterion() != null) {
            text.append(english ? ", criterion " : ", критерий ").append(problem.criterion());
        }
        if (!problem.column().isEmpty()) {
            text.append(english ? ", column " : ", столбец ").append(problem.column());
        }
        return text.append(": ")
                .append(problem.message(language))
                .append(" [")
                .append(problem.code().code())
                .append(']')
                .toString();
    }

    private static String heading(Locale language) {
        return isEnglish(language) ? "problems" : "Замечания";
    }

    /** {@return whether a heading is one that a check has written} */
    private static boolean isHeading(String text) {
        return List.of("problems", "Замечания").stream()
                .anyMatch(ours -> text.equals(ours) || text.startsWith(ours + ": "));
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }

    private void writeTo(Path target) throws IOException {
        Rewriting rewriting = new Rewriting(target);
        try {
            CsvScanner.scan(file, rewriting);
            rewriting.rest();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            rewriting.close();
        }
    }

    /** Copies the file record by record; of each it takes the end from the scanner, the bytes from the file. */
    private final class Rewriting implements RecordHandler, AutoCloseable {

        private final Path target;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private long position;
        private int before;
        private int columns;
        private boolean again;

        Rewriting(Path target) throws IOException {
            this.target = target;
            begin();
        }

        private void begin() throws IOException {
            in = new BufferedInputStream(Files.newInputStream(file));
            out = new BufferedOutputStream(Files.newOutputStream(target));
            position = 0;
            before = -1;
            if (!charset.equals(encoding.charset())) {
                out.write("\uFEFF".getBytes(charset));
            }
        }

        @Override
        public boolean header(RawRecord header) {
            columns = header.fieldCount();
            again = isHeading(header.field(columns - 1));
            String remark = take(header.number());
            write(header, remark.isEmpty() ? heading : heading + ": " + remark);
            return true;
        }

        @Override
        public void record(RawRecord record) {
            write(record, take(record.number()));
        }

        @Override
        public void restart() {
            try {
                close();
                begin();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@return what is to be said of this record and of the empty ones before it} */
        private String take(int number) {
            String taken = String.join(
                    BETWEEN, remarks.subMap(before, false, number, true).values());
            before = number;
            return taken;
        }

        private void write(RawRecord record, String remark) {
            try {
                copy(record.offset() - position);
                byte[] bytes = in.readNBytes(record.length());
                position += bytes.length;
                int content = content(bytes);
                int kept = again && record.fieldCount() == columns
                        ? content - record.rawField(columns - 1).length - 1
                        : content;
                out(bytes, 0, kept);
                out.write((delimiter + quoted(remark)).getBytes(charset));
                out(bytes, content, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void out(byte[] bytes, int from, int to) throws IOException {
            if (charset.equals(encoding.charset())) {
                out.write(bytes, from, to - from);
            } else {
                out.write(new String(bytes, from, to - from, encoding.charset()).getBytes(charset));
            }
        }

        /** Empty records stay as they are. */
        private void copy(long count) throws IOException {
            for (long left = count; left > 0; ) {
                byte[] bytes = in.readNBytes((int) Math.min(left, 1 << 16));
                if (bytes.length == 0) {
                    throw new IOException("The file changed while it was read");
                }
                out(bytes, 0, bytes.length);
                position += bytes.length;
                left -= bytes.length;
            }
        }

        void rest() throws IOException {
            copy(Files.size(file) - position);
        }

        @Override
        public void close() throws IOException {
            try {
                in.close();
            } finally {
                out.close();
            }
        }
    }

    /** {@return the length without the line end} */
    private static int content(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        return length;
    }

    private String quoted(String text) {
        boolean plain = text.indexOf(delimiter) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What the file is, and nothing of what it holds. */
    private static final class Ignoring implements RecordHandler {

        @Override
        public boolean header(RawRecord header) {
            return false;
        }

        @Override
        public void record(RawRecord record) {
            throw new IllegalStateException("No record was wanted");
        }

        @Override
        public void restart() {}
    }
}
