package org.mera.csv;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Prints how fast files are scanned and split, in MB/s on one core; run by hand, never by the build. */
final class Throughput {

    private static final int ROUNDS = 8;

    /** What is timed. */
    interface Work {
        long run() throws Exception;
    }

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        String text = table(120_000);
        for (TextEncoding encoding : TextEncoding.values()) {
            byte[] bytes = text.getBytes(encoding.charset());
            measure(encoding + " scan and hash", bytes.length, () -> CsvScanner.scan(bytes, new Counter())
                    .records());
            measure(encoding + " hash alone", bytes.length, () -> MessageDigest.getInstance("SHA-256")
                    .digest(bytes)
                    .length);
            measure(encoding + " census alone", bytes.length, () -> {
                EncodingCensus census = new EncodingCensus();
                census.add(bytes, 0, bytes.length);
                return census.wellFormed();
            });
            measure(encoding + " lines alone", bytes.length, () -> new LineCounter().lineAt(bytes, 0, bytes.length));
            measure(encoding + " bounds alone", bytes.length, () -> bounds(bytes));
            measure(encoding + " split by OpenCSV", bytes.length, () -> split(bytes, encoding));
            measure(encoding + " scan, hash and all fields", bytes.length, () -> {
                Reader reader = new Reader();
                CsvScanner.scan(bytes, reader);
                return reader.characters;
            });
        }
    }

    private static long bounds(byte[] bytes) {
        RecordBounds bounds = new RecordBounds(';');
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
    private static long split(byte[] bytes, TextEncoding encoding) {
        long records = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + (1 << 14));
            while (bytes[end - 1] != '\n') {
                end--;
            }
            records += CsvSplitter.split(Arrays.copyOfRange(bytes, start, end), encoding, ';', 1)
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
            long begun = System.nanoTime();
            result = work.run();
            best = Math.min(best, System.nanoTime() - begun);
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
