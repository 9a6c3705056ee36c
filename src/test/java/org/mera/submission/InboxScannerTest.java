package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.csv.CsvScanner;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;
import org.mera.csv.TextEncoding;

class InboxScannerTest {

    private static final String TABLE = "inn;criterion;c3;c3_evidence\n";
    private static final String DOCUMENTS = "inn;document;kind;title;number;date;issuer\n";
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private final InboxScanner scanner =
            new InboxScanner(aMethodology().columns(3).build());
    private final FoundInFile found = new FoundInFile();

    private final Path inbox;

    InboxScannerTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @Test
    void tellsWhatACompanysFileIs() throws IOException {
        FileScan scan = scan(TABLE + "9900000017;1;1;Д1 п. 3\n9900000017;2;0;\n");

        assertThat(scan)
                .isEqualTo(new FileScan(
                        "t.csv",
                        70,
                        "d945101bbe1aa8ba500a7a9cb09f803cb6e02ee7e4f5cc8ecab90b1bf617e24d",
                        TextEncoding.UTF_8,
                        ';',
                        new Layout(Form.TABLE, List.of("inn", "criterion", "c3", "c3_evidence")),
                        3,
                        null));
        assertThat(found.places()).containsExactly("0 9900000017 2+2");
        assertThat(found.problems).isEmpty();
        assertThat(bytesOf(0)).isEqualTo("9900000017;1;1;Д1 п. 3\n9900000017;2;0;\n");
    }

    @Test
    void cutsABulkFileIntoRangesOfOneCompany() throws IOException {
        scan(DOCUMENTS
                + "9900000017;Д1;ЛНА;\"Кодекс\nэтики\";1;01.02.2025;Совет\n"
                + "9900000017;Д2;ЛНА;;;;\n"
                + "9900000024;Д1;приказ;;;;");

        assertThat(found.places()).containsExactly("0 9900000017 2+2", "1 9900000024 4+1");
        assertThat(bytesOf(0))
                .isEqualTo("9900000017;Д1;ЛНА;\"Кодекс\nэтики\";1;01.02.2025;Совет\n9900000017;Д2;ЛНА;;;;\n");
        assertThat(bytesOf(1)).isEqualTo("9900000024;Д1;приказ;;;;");
    }

    @Test
    void givesInterleavedCompaniesARangeEachTime() throws IOException {
        scan(TABLE + "9900000017;1;0;\n9900000024;1;0;\n9900000017;2;0;\n9900000024;2;0;\n9900000024;3;0;\n");

        assertThat(found.places())
                .containsExactly("0 9900000017 2+1", "1 9900000024 3+1", "2 9900000017 4+1", "3 9900000024 5+2");
    }

    @Test
    void letsALineOfNoCompanyPartNoTable() throws IOException {
        scan(TABLE + "9900000017;1;0;\n9900000018;2;0;\n9900000018;3;0;\n9900000017;4;0;\n");

        assertThat(found.places()).containsExactly("0 9900000017 2+1", "1 9900000017 5+1");
        assertThat(InboxSpecCases.worded(found.problems))
                .containsExactly(
                        "3 inn error bad-inn «9900000018»: ИНН «9900000018» неверен: нужны 10 или 12 цифр с верными контрольными цифрами; исправьте его, иначе строка не будет учтена",
                        "3 inn error bad-inn «9900000018»: the INN «9900000018» is wrong: it has 10 or 12 digits with valid check digits; correct it, or the line is left out");
    }

    @Test
    void takesARepeatedHeaderForNoCompany() throws IOException {
        scan("\uFEFF" + TABLE + "9900000017;1;0;\n\uFEFFИНН;Критерий;;\n9900000017;2;0;\n");

        assertThat(found.places()).containsExactly("0 9900000017 2+1", "1 9900000017 4+1");
        assertThat(InboxSpecCases.worded(found.problems))
                .containsExactly(
                        "3 inn error bad-inn «ИНН»: «ИНН» — название столбца: здесь снова стоит заголовок, как бывает, если файлы склеены; удалите эту строку",
                        "3 inn error bad-inn «ИНН»: «ИНН» is a heading: the header stands here again, as it does where files were joined; delete the line");
    }

    @Test
    void takesARepeatedHeaderForNoCompanyWhereTheRatedHaveCodes() throws IOException {
        write(
                "t.csv",
                "Код;Критерий;Столбец 1;Столбец 2\nпарк-7;1;0;0\nКОД;;;\nid;;;\n".getBytes(StandardCharsets.UTF_8));

        new InboxScanner(TestMethodology.ofParks()).scan(inbox, "t.csv", found);

        assertThat(found.places()).containsExactly("0 парк-7 2+1");
        assertThat(found.problems)
                .extracting(problem -> problem.line() + " " + problem.value() + " " + problem.variant())
                .containsExactly("3 КОД header", "4 id header");
    }

    @Test
    void takesCodesThatLookTheSameForOne() throws IOException {
        String lines = "Парк\u2011Пример 7;1;0;0\n\"Парк-Пример\u00a0 7\";2;0;0\nпарк-Пример 7;3;0;0\n";
        write("t.csv", ("id;criterion;c1;c2\n" + lines).getBytes(StandardCharsets.UTF_8));

        new InboxScanner(TestMethodology.ofParks()).scan(inbox, "t.csv", found);

        assertThat(found.places()).containsExactly("0 Парк-Пример 7 2+2", "1 парк-Пример 7 4+1");
    }

    @Test
    @Timeout(20)
    void readsShortLinesUnderAWideHeaderInNoTime() throws IOException {
        String wide = TABLE.strip() + ";".repeat(500_000) + "\n";

        FileScan scan = scan(wide + "9900000017;1;0;\n".repeat(50_000));

        assertThat(scan.rejected()).isEmpty();
        assertThat(found.places()).containsExactly("0 9900000017 2+50000");
    }

    @Test
    void letsEmptyLinesPartNoTable() throws IOException {
        scan("\n" + TABLE + "9900000017;1;0;\n\n;;;\n9900000017;2;0;\n\n");

        assertThat(found.places()).containsExactly("0 9900000017 3+1", "1 9900000017 6+1");
        assertThat(bytesOf(1)).isEqualTo("9900000017;2;0;\n");
        assertThat(found.problems).isEmpty();
    }

    @Test
    void takesAnInnWithoutItsZeroForTheSameCompany() throws IOException {
        scan(TABLE + "0123456788;1;0;\n123456788;2;0;\n \"0123456788\";3;0;\n\"0123456788\";4;0;\n");

        assertThat(found.places()).containsExactly("0 0123456788 2+2", "1 0123456788 5+1");
    }

    @Test
    void leavesShortAndLongRecordsWithTheirCompany() throws IOException {
        scan(TABLE + "9900000017;1;0;\n9900000017\n9900000017;3;0;;;;лишнее\n");

        assertThat(found.places()).containsExactly("0 9900000017 2+3");
        assertThat(found.problems).isEmpty();
    }

    @Test
    void findsTheInnInAnyColumnAndInWindows1251() throws IOException {
        FileScan scan = scan("Свидетельства 3;Критерий;ИНН;Столбец 3\nД1 п. 1;1;9900000017;1\n;2;9900000024;0\n"
                .getBytes(WINDOWS_1251));

        assertThat(scan.encoding()).isEqualTo(TextEncoding.WINDOWS_1251);
        assertThat(scan.layout()).isEqualTo(new Layout(Form.TABLE, List.of("c3_evidence", "criterion", "inn", "c3")));
        assertThat(found.places()).containsExactly("0 9900000017 2+1", "1 9900000024 3+1");
    }

    /** A long beginning in plain ASCII lets a scanner take the file for UTF-8, and begin anew. */
    @Test
    void findsEachRangeOnceWhereTheEncodingShowsLate() throws IOException {
        String ascii = "9900000017;1;0;" + "x".repeat(1000) + "\n";
        FileScan scan =
                scan(("inn;criterion;c3;c3_evidence;x\n7;1;0;\n" + ascii.repeat(2000) + "9900000024;1;1;Д1 п. 1\n")
                        .getBytes(WINDOWS_1251));

        assertThat(scan.encoding()).isEqualTo(TextEncoding.WINDOWS_1251);
        assertThat(found.places()).containsExactly("0 9900000017 3+2000", "1 9900000024 2003+1");
        assertThat(found.problems.stream().map(problem -> problem.code().code()))
                .containsExactly("extra-column", "bad-inn");
    }

    @Test
    void warnsOfAnExtraColumnAtTheHeadersRecord() throws IOException {
        scan("\n\ninn;criterion;c3;c3_evidence;c4\n9900000017;1;0;;0\n");

        assertThat(InboxSpecCases.worded(found.problems))
                .containsExactly(
                        "3 warning extra-column «c4»: столбца «c4» в форме нет, он пропущен; проверьте его название или удалите столбец",
                        "3 warning extra-column «c4»: the form has no column «c4», it is ignored; check its heading or delete the column");
    }

    @Test
    void rejectsAFileOfNoForm() throws IOException {
        FileScan scan = scan("a;b\n9900000017;1\n");

        assertThat(scan.layout()).isNull();
        assertThat(scan.records()).isEqualTo(2);
        assertThat(scan.rejected().orElseThrow().message(Locale.ENGLISH))
                .isEqualTo("the line «a; b» is the header of no form (register, Table, documents);"
                        + " begin the file with the header line of an empty form");
        assertThat(found.places()).isEmpty();
    }

    @Test
    void rejectsAMalformedFileUnderItsName() throws IOException {
        FileScan scan = scan(TABLE + "9900000017;1;0;\"\n");

        assertThat(scan.rejected().orElseThrow().code().code()).isEqualTo("malformed-csv");
        assertThat(scan.rejected().orElseThrow().file()).isEqualTo("t.csv");
        assertThat(scan.layout()).isEqualTo(new Layout(Form.TABLE, List.of("inn", "criterion", "c3", "c3_evidence")));
    }

    @Test
    void cutsALongRange() throws IOException {
        String line = "9900000017;1;0;" + "x".repeat(900_000) + "\n";
        scan(TABLE + line.repeat(12));

        assertThat(found.places()).containsExactly("0 9900000017 2+9", "1 9900000017 11+3");
        assertThat(found.ranges.get(0).length()).isEqualTo(9 * line.length()).isLessThanOrEqualTo(Ranges.LONGEST);
        assertThat(bytesOf(0) + bytesOf(1)).isEqualTo(line.repeat(12));
    }

    @Test
    void cutsALongRangeOfShortLinesBetweenTwoOfThem() throws IOException {
        String line = "9900000017;1;0;" + "x".repeat(200) + "\n";
        int most = Ranges.LONGEST / line.length();
        String other = "9900000024;1;0;\n";
        scan(TABLE + other + line.repeat(most + 3) + other);

        assertThat(found.places())
                .containsExactly(
                        "0 9900000024 2+1",
                        "1 9900000017 3+" + most,
                        "2 9900000017 " + (3 + most) + "+3",
                        "3 9900000024 " + (6 + most) + "+1");
        assertThat(bytesOf(0) + bytesOf(1) + bytesOf(2) + bytesOf(3)).isEqualTo(other + line.repeat(most + 3) + other);
    }

    @Test
    void knowsARegisterByItsHeaderWhateverItsName() throws IOException {
        write("a.csv", "ИНН;Наименование;Отрасль;Регион;Участие\n".getBytes(WINDOWS_1251));
        write("b.csv", "inn,name,participation\n\"".getBytes(StandardCharsets.UTF_8));
        write("companies.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        write("empty.csv", new byte[0]);

        assertThat(scanner.looksLikeRegister(inbox, "a.csv")).isTrue();
        assertThat(scanner.looksLikeRegister(inbox, "b.csv")).isTrue();
        assertThat(scanner.looksLikeRegister(inbox, "companies.csv")).isFalse();
        assertThat(scanner.looksLikeRegister(inbox, "empty.csv")).isFalse();
        assertThatThrownBy(() -> scanner.looksLikeRegister(inbox, "none.csv")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void wordsWhyAFileCannotBeRead() throws IOException {
        Files.createDirectory(inbox.resolve("folder.csv"));

        assertThat(unreadable("none.csv"))
                .containsExactly(
                        "1 error unreadable-file «»: файл не открывается: его нет или ссылка ведёт в никуда; положите файл на место и запустите обработку снова",
                        "1 error unreadable-file «»: the file cannot be opened: it is missing, or a link that leads nowhere; put it in its place and run again");
        assertThat(unreadable("folder.csv"))
                .containsExactly(
                        "1 error unreadable-file «»: это не обычный файл, прочитать его нельзя; замените его файлом CSV и запустите обработку снова",
                        "1 error unreadable-file «»: this is no ordinary file and cannot be read; replace it by a CSV file and run again");
        assertThat(InboxSpecCases.worded(List.of(
                        UnreadableFile.problem("a.csv", new AccessDeniedException("/x/a.csv")),
                        UnreadableFile.problem("a.csv", new IOException("Input/output error")))))
                .containsExactly(
                        "1 error unreadable-file «»: файл не открывается: нет прав на чтение; дайте права и запустите обработку снова",
                        "1 error unreadable-file «»: the file cannot be opened: permission denied; grant it and run again",
                        "1 error unreadable-file «»: файл не читается (Input/output error); проверьте диск или сеть и запустите обработку снова",
                        "1 error unreadable-file «»: the file cannot be read (Input/output error); see to the disk or the network and run again");
    }

    /** What is cut into ranges and put together again, company by company, has the same records as the file. */
    @Test
    void losesNoRecordInRanges() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean windows = random.nextBoolean();
            String end = random.nextBoolean() ? "\r\n" : "\n";
            List<String> columns = new ArrayList<>(List.of("ИНН", "Критерий", "Столбец 3", "Свидетельства 3"));
            Collections.shuffle(columns, new Random(seed));
            int innIndex = columns.indexOf("ИНН");
            StringBuilder text = new StringBuilder(String.join(";", columns)).append(end);
            for (int i = 0, n = random.nextInt(60); i < n; i++) {
                text.append(line(random, innIndex)).append(end);
            }
            byte[] bytes = text.toString().getBytes(windows ? WINDOWS_1251 : StandardCharsets.UTF_8);
            found.restart();
            scan(bytes);

            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.write((String.join(";", columns) + end).getBytes(windows ? WINDOWS_1251 : StandardCharsets.UTF_8));
            try (InboxReader reader = new InboxReader()) {
                for (Range range : found.ranges) {
                    joined.write(reader.read(inbox, "t.csv", range));
                }
            }
            write("joined.csv", joined.toByteArray());
            List<List<String>> expected = records("t.csv").stream()
                    .filter(record -> innIndex < record.size()
                            && Inn.parse(record.get(innIndex)).isPresent())
                    .toList();
            assertThat(records("joined.csv")).as("seed " + seed).isEqualTo(expected);
            assertThat(found.ranges.stream().mapToInt(Range::records).sum())
                    .as("seed " + seed)
                    .isEqualTo(expected.size());
        }
    }

    private static String line(SplittableRandom random, int innIndex) {
        String[] inns = {
            "9900000017", "9900000017", "9900000024", "123456788", "0123456788", "9900000018", "7,7E+11", ""
        };
        if (random.nextInt(12) == 0) {
            return random.nextBoolean() ? "" : ";;;";
        }
        String[] fields = {"7", "\"Д1 п. 1;\nД2\"", "0,5", "\"«да»\"\"\""};
        fields[innIndex] = inns[random.nextInt(inns.length)];
        return String.join(";", Arrays.copyOf(fields, 1 + random.nextInt(4)));
    }

    private List<List<String>> records(String file) throws IOException {
        List<List<String>> records = new ArrayList<>();
        CsvScanner.scan(inbox.resolve(file), new RecordHandler() {
            @Override
            public boolean header(RawRecord header) {
                return true;
            }

            @Override
            public void record(RawRecord record) {
                records.add(InboxRecords.texts(record));
            }

            @Override
            public void restart() {
                records.clear();
            }
        });
        return records;
    }

    private List<String> unreadable(String file) {
        try {
            scanner.scan(inbox, file, found);
        } catch (IOException e) {
            return InboxSpecCases.worded(List.of(UnreadableFile.problem(file, e)));
        }
        throw new AssertionError(file + " was read");
    }

    private FileScan scan(String text) throws IOException {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileScan scan(byte[] bytes) throws IOException {
        write("t.csv", bytes);
        return scanner.scan(inbox, "t.csv", found);
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(inbox.resolve(file), bytes);
    }

    private String bytesOf(int range) throws IOException {
        try (InboxReader reader = new InboxReader()) {
            return new String(reader.read(inbox, "t.csv", found.ranges.get(range)), StandardCharsets.UTF_8);
        }
    }
}
