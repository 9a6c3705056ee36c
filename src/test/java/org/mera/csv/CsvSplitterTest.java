package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvSplitterTest {

    private static final List<String> PIECES = List.of(
            "a",
            "\"",
            "\"\"",
            "\\",
            ";",
            ",",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\u00A0",
            "Пример",
            "0,5",
            "Д1 п. 3.1; Д4",
            "'",
            "\t",
            "ё",
            "\uFEFF",
            "и\u0306",
            "😀");

    @Test
    void givesWhatWasWrittenAndWhatTheScannerGives() throws IOException {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            char delimiter = ";,\t".charAt(random.nextInt(3));
            TextEncoding encoding = random.nextBoolean() ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1251;
            List<CsvRecord> written = new ArrayList<>();
            byte[] bytes = randomFile(random, delimiter, encoding, written);

            Collected scanned = Collected.of(bytes);

            assertThat(scanned.scan().fault()).as("seed %d", seed).isNull();
            assertThat(scanned.scan().delimiter()).as("seed %d", seed).isEqualTo(delimiter);
            assertThat(scanned.records()).as("seed %d", seed).isEqualTo(written);
            assertThat(CsvSplitter.split(bytes, encoding, delimiter, 1))
                    .as("seed %d", seed)
                    .isEqualTo(written);
            assertThat(inTwoRanges(bytes, scanned, random)).as("seed %d", seed).isEqualTo(written);
        }
    }

    @Test
    void findsTheFieldsThatOpenCsvFinds() throws IOException {
        int compared = 0;
        for (long seed = 0; seed < 100_000; seed++) {
            Random random = new Random(seed);
            char delimiter = ";,\t".charAt(random.nextInt(3));
            TextEncoding encoding = random.nextBoolean() ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1251;
            RFC4180Parser openCsv =
                    new RFC4180ParserBuilder().withSeparator(delimiter).build();
            String record = IntStream.rangeClosed(0, random.nextInt(6))
                    .mapToObj(i -> written(randomText(random, encoding), delimiter, random))
                    // It reads a quote within an unquoted field otherwise.
                    .map(field -> field.startsWith("\"") ? field : field.replace("\"", ""))
                    .collect(Collectors.joining(String.valueOf(delimiter)));

            List<CsvRecord> split =
                    CsvSplitter.split((record + "\n").getBytes(encoding.charset()), encoding, delimiter, 7);

            List<String> fields = Arrays.stream(openCsv.parseLine(record))
                    .map(FieldText::clean)
                    .toList();
            boolean blank = fields.stream().allMatch(String::isEmpty);
            assertThat(split)
                    .as("seed %d: %s", seed, record)
                    .isEqualTo(blank ? List.of() : List.of(new CsvRecord(7, fields)));
            compared += blank ? 0 : 1;
        }

        assertThat(compared).isGreaterThan(80_000);
    }

    @Test
    void countsEmptyRecordsFromTheFirstOn() {
        byte[] range = "\n;;\n1;2\r\n \n3;\"\"\r".getBytes(StandardCharsets.UTF_8);

        assertThat(CsvSplitter.split(range, TextEncoding.UTF_8, ';', 7))
                .containsExactly(new CsvRecord(9, List.of("1", "2")), new CsvRecord(11, List.of("3", "")));
        assertThat(CsvSplitter.split(new byte[0], TextEncoding.UTF_8, ';', 7)).isEmpty();
    }

    @Test
    void refusesRecordsThatAreNotSound() {
        byte[] range = "1;2\n\"3;4\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CsvSplitter.split(range, TextEncoding.UTF_8, ';', 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Record 8 is not sound: UNCLOSED_QUOTE");
    }

    @Test
    void takesLinearTimeForTheWorstSoundRecords() throws IOException {
        int longest = RecordEnd.LONGEST;
        List<String> records = List.of(
                "\"" + ";".repeat(longest - 2) + "\"",
                "\"" + "\n".repeat(longest - 3) + "x\"",
                "\"" + "\"".repeat(longest - 2) + "\"",
                "\"" + "\"\";".repeat(longest / 3 - 2) + "\"",
                "\"" + "\"\"\n;".repeat(longest / 4 - 2) + "\"",
                "x" + ";".repeat(longest - 1),
                ";".repeat(longest - 3) + "\"x\"",
                "\";\";".repeat(longest / 4 - 1) + "1",
                "\"\";".repeat(longest / 3 - 1) + "1",
                "x" + "\"".repeat(longest - 1),
                "x" + "\"\";".repeat(longest / 3 - 1),
                ";".repeat(63) + "\"" + "\"\"".repeat(longest / 2 - 40) + "\"",
                "a\u0301".repeat(longest / 3 - 1));
        for (String record : records) {
            byte[] bytes = (record + "\n").getBytes(StandardCharsets.UTF_8);
            String name = record.substring(0, 10);
            List<CsvRecord> split = assertTimeoutPreemptively(
                    Duration.ofSeconds(1), () -> CsvSplitter.split(bytes, TextEncoding.UTF_8, ';', 2), name);
            assertThat(split).isEqualTo(scannedBehindAHeader(record));
            assertThat(split).hasSize(1);
        }
    }

    private static List<CsvRecord> scannedBehindAHeader(String record) throws IOException {
        Collected scanned = Collected.of(("a;b\n" + record).getBytes(StandardCharsets.UTF_8));
        return scanned.records().subList(1, scanned.records().size());
    }

    private static List<CsvRecord> inTwoRanges(byte[] bytes, Collected scanned, Random random) {
        int border = random.nextInt(scanned.records().size());
        int at = scanned.offsets().get(border).intValue();
        CsvScan scan = scanned.scan();
        List<CsvRecord> records = new ArrayList<>(
                CsvSplitter.split(Arrays.copyOfRange(bytes, 0, at), scan.encoding(), scan.delimiter(), 1));
        records.addAll(CsvSplitter.split(
                Arrays.copyOfRange(bytes, at, bytes.length),
                scan.encoding(),
                scan.delimiter(),
                scanned.records().get(border).number()));
        return records;
    }

    private static byte[] randomFile(Random random, char delimiter, TextEncoding encoding, List<CsvRecord> written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        String header = "Пример" + delimiter + "б" + delimiter + "в" + delimiter + "г" + lineEnd;
        bytes.writeBytes(header.getBytes(encoding.charset()));
        written.add(new CsvRecord(1, List.of("Пример", "б", "в", "г")));
        int records = 1 + random.nextInt(5);
        for (int number = 2; number <= records + 1; number++) {
            List<String> fields = new ArrayList<>();
            int count = random.nextInt(40) == 0 ? 80 : 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String raw = randomText(random, encoding);
                fields.add(FieldText.clean(raw));
                String border = i + 1 < count ? String.valueOf(delimiter) : lineEnd;
                bytes.writeBytes((written(raw, delimiter, random) + border).getBytes(encoding.charset()));
            }
            if (!fields.stream().allMatch(String::isEmpty)) {
                written.add(new CsvRecord(number, fields));
            }
        }
        return bytes.toByteArray();
    }

    private static String randomText(Random random, TextEncoding encoding) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(encoding.charset().newEncoder().canEncode(piece) ? piece : "x");
        }
        return text.toString();
    }

    /** Quoted where it must be, and sometimes where it need not. */
    private static String written(String text, char delimiter, Random random) {
        boolean mustBeQuoted =
                text.startsWith("\"") || text.chars().anyMatch(c -> c == delimiter || c == '\n' || c == '\r');
        return mustBeQuoted || random.nextInt(4) == 0 ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
