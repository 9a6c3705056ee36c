package org.mera.csv;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how fast files are scanned and split, in MB/s of processor time; run by hand, never by the build. Takes files, or invents a table in each
 * encoding.
 */
final class Throughput {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 16;

    /** What is timed. */
    interface Work {
        long run() throws Exception;
    }

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        for (String file : args) {
            measure(Path.of(file).getFileName().toString(), Files.readAllBytes(Path.of(file)));
        }
        if (args.length == 0) {
            String text = table(120_000);
            for (TextEncoding encoding : TextEncoding.values()) {
                measure(encoding.toString(), text.getBytes(encoding.charset()));
            }
        }
    }

    private static void measure(String name, byte[] bytes) throws Exception {
        CsvScan found = CsvScanner.scan(bytes, new Counter());
        char delimiter = found.delimiter();
        measure(name + ": scan and hash", bytes.length, () -> CsvScanner.scan(bytes, new Counter())
                .records());
        measure(name + ": hash alone", bytes.length, () -> Sha256.digest().digest(bytes).length);
        measure(name + ": census alone", bytes.length, () -> {
            EncodingCensus census = new EncodingCensus();
            census.add(bytes, 0, bytes.length);
            return census.wellFormed();
        });
        measure(name + ": record ends alone", bytes.length, () -> recordEnds(bytes, delimiter));
        measure(name + ": all bounds alone", bytes.length, () -> bounds(bytes, delimiter));
        measure(name + ": split in ranges", bytes.length, () -> split(bytes, found.encoding(), delimiter));
        measure(name + ": scan, hash and all fields", bytes.length, () -> {
            Reader reader = new Reader();
            CsvScanner.scan(bytes, reader);
            return reader.characters;
        });
    }

    private static long recordEnds(byte[] bytes, char delimiter) {
        RecordEnd end = new RecordEnd(delimiter);
        int start = 0;
        long lines = 0;
        while (start < bytes.length) {
            end.begin();
            end.advance(bytes, start, bytes.length, true);
            lines += end.lineEnds();
            start += end.length();
        }
        return lines;
    }

    private static long bounds(byte[] bytes, char delimiter) {
        RecordBounds bounds = new RecordBounds(delimiter);
        int start = 0;
        long fields = 0;
        while (start < bytes.length) {
            bounds.begin();
            bounds.advance(bytes, start, bytes.length, true);
            fields += bounds.fields();
            start += bounds.length();
        }
        return fields;
    }

    /** In ranges, as companies are read back. */
    private static long split(byte[] bytes, TextEncoding encoding, char delimiter) {
        long records = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + (1 << 14));
            while (bytes[end - 1] != '\n') {
                end--;
            }
            records += CsvSplitter.split(Arrays.copyOfRange(bytes, start, end), encoding, delimiter, 1)
                    .size();
            start = end;
        }
        return records;
    }

    private static String table(int lines) {
        Random random = new Random(1);
        StringBuilder text =
                new StringBuilder("ИНН;Критерий;Столбец 3;Свидетельства 3;Столбец 4;Свидетельства 4;Столбец 5;"
                        + "Свидетельства 5;Столбец 6;Свидетельства 6;Пояснение 6\r\n");
        for (int line = 0; line < lines; line++) {
            text.append("77010").append(10000 + line / 50).append(';').append(1 + line % 50);
            for (int column = 3; column <= 6; column++) {
                switch (random.nextInt(4)) {
                    case 0 -> text.append(";0;");
                    case 1 -> text.append(";0,5;Д").append(random.nextInt(30)).append(" п. 3.1");
                    case 2 ->
                        text.append(";1;\"Д1 п. 3.1; Д")
                                .append(random.nextInt(30))
                                .append(" разд. 2\"");
                    default -> text.append(";1;ЛНА-").append(random.nextInt(30)).append(" целиком");
                }
            }
            text.append(";Порядок утверждён и применяется, сведения раскрыты на сайте организации\r\n");
        }
        return text.toString();
    }

    private static void measure(String what, int size, Work work) throws Exception {
        long best = Long.MAX_VALUE;
        long result = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            result = work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - begun);
        }
        System.out.printf(Locale.ROOT, "%-40s %8.0f MB/s  (%d)%n", what, size * 1e3 / best, result);
    }

    private static class Counter implements RecordHandler {
        @Override
        public boolean header(RawRecord header) {
            return true;
        }

        @Override
        public void record(RawRecord record) {}

        @Override
        public void restart() {}
    }

    private static final class Reader extends Counter {
        private long characters;

        @Override
        public void record(RawRecord record) {
            for (int i = 0; i < record.fieldCount(); i++) {
                characters += record.field(i).length();
            }
        }
    }
}
