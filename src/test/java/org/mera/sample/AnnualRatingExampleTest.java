package org.mera.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.company.Inn;
import org.mera.methodology.Methodologies;

class AnnualRatingExampleTest {

    private static final Path INBOX = Path.of("jobs/annual-rating");

    private final Path folder;

    AnnualRatingExampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheInboxThatIsCheckedIn() throws IOException {
        new AnnualRatingExample(folder, Methodologies.bundled("anti-corruption-rating")).write();

        Map<String, byte[]> written = files(folder);
        Map<String, byte[]> checkedIn = files(INBOX);
        assertThat(checkedIn.keySet()).isEqualTo(written.keySet());
        assertThat(checkedIn)
                .allSatisfy((name, bytes) -> assertThat(bytes).as(name).isEqualTo(written.get(name)));
    }

    @Test
    void staysSmall() throws IOException {
        Map<String, byte[]> files = files(INBOX);

        assertThat(files.keySet()).allMatch(name -> name.endsWith(".csv") || name.endsWith(".CSV"));
        assertThat(files.values().stream().mapToInt(bytes -> bytes.length).sum())
                .isLessThan(1_500_000);
    }

    @Test
    void registersFortyCompaniesWithValidInns() throws IOException {
        List<List<String>> records = CsvText.records(INBOX.resolve("companies.csv"));
        List<String> inns = records.subList(1, records.size()).stream()
                .map(record -> record.get(0))
                .toList();

        assertThat(inns).hasSize(40).doesNotHaveDuplicates();
        assertThat(inns).allMatch(inn -> Inn.parse(inn).equals(Optional.of(inn)));
        assertThat(records.get(1))
                .isEqualTo(List.of("9787545368", "ПАО «Пример-001»", "Торговля", "Регион-13", "очный"));
    }

    @ParameterizedTest
    @CsvSource({
        "companies.csv, windows-1251, ИНН;Наименование;",
        "experts/tables.csv, UTF-8 with a mark, ИНН;Год;Эксперт;Критерий;Столбец 3;",
        "example-018/table.csv, windows-1251, sep=;",
        "example-020/table.csv, UTF-8, Столбец 3;Свидетельства 6;",
        "example-023/table.csv, windows-1251, ИНН\tГод\tЭксперт\tКритерий\tСтолбец 3\t",
        "example-029/TABLE.CSV, UTF-8, ИНН;ГОД;ЭКСПЕРТ;КРИТЕРИЙ;СТОЛБЕЦ 3;",
        "example-030/table.csv, UTF-8, inn;year;expert;criterion;c3;"
    })
    void holdsFilesInTheEncodingsAndStylesThatItClaims(String file, String encoding, String beginning)
            throws IOException {
        byte[] bytes = Files.readAllBytes(INBOX.resolve(file));
        boolean hasMark = bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;

        assertThat(CsvText.isUtf8(bytes)).isEqualTo(encoding.startsWith("UTF-8"));
        assertThat(hasMark).isEqualTo(encoding.endsWith("with a mark"));
        assertThat(CsvText.read(INBOX.resolve(file)).lines().findFirst().orElseThrow())
                .startsWith(beginning);
    }

    @Test
    void holdsTheHabitsThatItClaims() throws IOException {
        assertThat(text("example-017/table.csv")).endsWith("\r\n" + (";".repeat(17) + "\r\n").repeat(3));
        assertThat(text("example-019/table.csv")).containsPattern("\"Д\\d+[^\"]*\nД\\d+");
        assertThat(text("example-022/table.csv")).startsWith("inn\tyear\texpert\tcriterion\tc3\t");
        assertThat(text("example-024/table.csv")).contains(",\"0,5\",");
        assertThat(text("example-026/table.csv")).contains("\n197000260;2025;").doesNotContain("0197000260");
        assertThat(text("example-027/table.csv")).containsOnlyOnce(";0,50;").containsOnlyOnce(";1,0;");
        assertThat(text("example-039/table.csv")).endsWith(";\"см. приложение 4\r\n");
        assertThat(text("example-025/table-expert-2.csv")).contains(";да;").doesNotContain(";нет;");
        assertThat(Files.exists(INBOX.resolve("example-040"))).isFalse();
    }

    @Test
    void keepsTheExpertsFilesAsTheyWereWritten() throws IOException {
        Path experts = Path.of("src/test/resources/inbox/experts");
        List<List<String>> register = CsvText.records(experts.resolve("register.csv"));

        assertThat(register.stream().skip(1).map(record -> record.get(0)))
                .containsExactly("9700001013", "9700002024", "9700003035")
                .allMatch(inn -> Inn.parse(inn).equals(Optional.of(inn)));
        for (String table : List.of("A_table.csv", "B/table.csv", "v-table.csv")) {
            assertThat(CsvText.records(experts.resolve(table)).stream()
                            .filter(record -> record.stream().anyMatch(field -> !field.isEmpty())))
                    .as(table)
                    .hasSize(51);
        }
        for (String documents : List.of("A_documents.csv", "B/list.csv", "v-documents.csv")) {
            assertThat(CsvText.records(experts.resolve(documents)))
                    .as(documents)
                    .hasSize(11);
        }
    }

    private static String text(String file) throws IOException {
        return CsvText.read(INBOX.resolve(file));
    }

    private static Map<String, byte[]> files(Path inbox) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(inbox)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(inbox.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
