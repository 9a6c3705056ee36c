package org.mera.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

class SampleInboxTest {

    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");

    private final Path folder;

    SampleInboxTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        SampleOptions options = new SampleOptions(60, 2025, 42, 30);

        assertThat(write("a", options)).isEqualTo(write("b", options));
    }

    @Test
    void givesOtherCompaniesForAnotherSeed() throws IOException {
        write("a", new SampleOptions(50, 2025, 1, 0));
        write("b", new SampleOptions(50, 2025, 2, 0));

        assertThat(companies("a")).doesNotContainAnyElementsOf(companies("b"));
    }

    @Test
    void keepsTheCompaniesOfASeedFromYearToYear() throws IOException {
        Map<String, String> before = write("a", new SampleOptions(20, 2024, 1, 0));
        Map<String, String> after = write("b", new SampleOptions(20, 2025, 1, 0));

        assertThat(after.get("companies.csv")).isEqualTo(before.get("companies.csv"));
        assertThat(after.get("000001/table.csv")).isNotEqualTo(before.get("000001/table.csv"));
    }

    @Test
    void namesDistinctCompaniesWithValidInns() {
        Set<String> inns = new HashSet<>();
        for (int number = 1; number <= 100_000; number++) {
            String inn =
                    InventedCompany.of(number, 3, METHODOLOGY.identification()).id();
            assertThat(Inn.parse(inn)).isEqualTo(Optional.of(inn));
            inns.add(inn);
        }
        assertThat(inns).hasSize(100_000).allMatch(inn -> inn.startsWith("97") && inn.length() == 10);
    }

    @Test
    void putsManyCompaniesIntoBulkFilesOfAThousand() throws IOException {
        List<Integer> progress = new ArrayList<>();
        new SampleInbox().write(folder, new SampleOptions(2100, 2025, 1, 0), METHODOLOGY, progress::add);

        assertThat(files(folder).keySet())
                .containsExactly(
                        "companies.csv",
                        "documents-001.csv",
                        "documents-002.csv",
                        "documents-003.csv",
                        "tables-001.csv",
                        "tables-002.csv",
                        "tables-003.csv");
        assertThat(progress).containsExactly(1000, 2000, 2100, 2100);
        assertThat(CsvText.records(folder.resolve("tables-001.csv"))).hasSize(1 + 1000 * METHODOLOGY.criterionCount());
        assertThat(CsvText.records(folder.resolve("documents-003.csv"))).hasSize(1 + 100 * 10);
    }

    @Test
    void givesEachLineAFullSetOfFields() throws IOException {
        write("a", new SampleOptions(120, 2025, 5, 50));

        for (String file : files(folder.resolve("a")).keySet()) {
            List<List<String>> records = CsvText.records(folder.resolve("a").resolve(file));
            assertThat(records)
                    .as(file)
                    .allMatch(record -> record.size() == records.get(0).size());
        }
    }

    @Test
    void writesEveryCriterionOfASoundCompanyOnceWithTheSumOfItsScores() throws IOException {
        write("a", new SampleOptions(1, 2025, 5, 0));
        List<List<String>> records = CsvText.records(folder.resolve("a/000001/table.csv"));
        List<String> header = records.get(0);
        List<List<String>> lines = records.subList(1, records.size());

        assertThat(header)
                .isEqualTo(Fields.ofTable(METHODOLOGY).stream()
                        .map(Fields::russian)
                        .toList());
        assertThat(lines.stream().map(line -> Integer.parseInt(line.get(header.indexOf("Критерий")))))
                .containsExactlyElementsOf(METHODOLOGY.criteria().stream()
                        .map(criterion -> criterion.number())
                        .toList());
        for (List<String> line : lines) {
            int sum = 0;
            for (int column = 3; column <= 6; column++) {
                int units = units(line.get(header.indexOf("Столбец " + column)));
                assertThat(units == 0
                                || line.get(header.indexOf("Свидетельства " + column))
                                        .startsWith("Д"))
                        .isTrue();
                sum += units;
            }
            assertThat(units(line.get(header.indexOf("Сумма")))).isEqualTo(sum);
        }
    }

    @Test
    void spreadsTheTotals() {
        Blueprint blueprint = new Blueprint(METHODOLOGY);
        List<Integer> percents = Stream.iterate(1, number -> number + 1)
                .limit(1000)
                .map(number -> InventedCompany.of(number, 1, METHODOLOGY.identification()))
                .map(company -> new InventedTable(blueprint, company.seed(), company.seed(), company.quality(2025), "Д")
                        .total())
                .map(total -> total * 100 / METHODOLOGY.totalMaximum())
                .toList();

        assertThat(percents).allMatch(percent -> percent >= 15 && percent <= 97);
        assertThat(percents.stream().map(percent -> percent / 10).distinct()).containsOnly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void givesTheShareOfFaultyCompaniesOneFaultEach() {
        List<SampleInbox.Faulty> faulty = new SampleInbox().faulty(new SampleOptions(1500, 2025, 1, 5), METHODOLOGY);

        assertThat(faulty.stream().map(SampleInbox.Faulty::id).distinct()).hasSize(75);
        assertThat(faulty.stream().collect(Collectors.groupingBy(SampleInbox.Faulty::fault, Collectors.counting())))
                .hasSize(Fault.values().length)
                .allSatisfy((fault, count) -> assertThat(count).isEqualTo(5));
    }

    @Test
    void touchesNoCompanyButTheFaultyOnes() throws IOException {
        Map<String, String> sound = write("a", new SampleOptions(100, 2025, 9, 0));
        SampleOptions options = new SampleOptions(100, 2025, 9, 40);
        Map<String, String> damaged = write("b", options);

        Set<String> faulty = new SampleInbox()
                .faulty(options, METHODOLOGY).stream()
                        .map(SampleInbox.Faulty::id)
                        .collect(Collectors.toSet());
        List<String> companies = companies("a");
        Set<String> different = new HashSet<>();
        for (String file : sound.keySet()) {
            if (file.indexOf('/') > 0 && !sound.get(file).equals(damaged.get(file))) {
                different.add(companies.get(Integer.parseInt(file.substring(0, 6)) - 1));
            }
        }
        Set<String> alone = faulty.stream()
                .filter(id -> (companies.indexOf(id) + 1) % 4 != 0)
                .collect(Collectors.toSet());
        assertThat(different).isEqualTo(alone);
    }

    @Test
    void writesTheFaultsThatItNames() throws IOException {
        Map<Fault, String> files = new EnumMap<>(Fault.class);
        SampleOptions options = new SampleOptions(15, 2025, 4, 100);
        Map<String, String> texts = write("a", options);
        List<SampleInbox.Faulty> faulty = new SampleInbox().faulty(options, METHODOLOGY);
        for (int number = 1; number <= 15; number++) {
            if (number % 4 != 0) {
                String subfolder = "0000" + InventedCompany.padded(number, 2) + "/";
                files.put(
                        faulty.get(number - 1).fault(),
                        texts.get(subfolder + "table.csv") + texts.get(subfolder + "documents.csv"));
            }
        }

        int count = METHODOLOGY.criterionCount() + 1 + 11;
        assertThat(files.get(Fault.BAD_SCORE)).containsPattern("[;,]\"?0[,.]7\"?[;,]");
        assertThat(lines(files, Fault.SUM_MISMATCH)).hasSize(count);
        assertThat(lines(files, Fault.DUPLICATE_CRITERION)).hasSize(count + 1);
        assertThat(files.get(Fault.UNKNOWN_CRITERION)).containsPattern("[;,]51[;,]");
        assertThat(lines(files, Fault.NO_FINAL_ASSESSMENT)).hasSize(count + METHODOLOGY.criterionCount());
        assertThat(files.get(Fault.BAD_DATE)).containsPattern("31\\.02\\.2024|2024-02-31");
        assertThat(lines(files, Fault.UNKNOWN_DIRECTION)).hasSize(count);
        assertThat(lines(files, Fault.INCOMPLETE_REQUISITES)).hasSize(count);
        assertThat(files.get(Fault.BAD_INN)).contains(faulty.get(8).id());
    }

    @Test
    void followsAMethodologyOfAnotherShape() throws IOException {
        new SampleInbox().write(folder, new SampleOptions(2, 2025, 1, 0), Parks.methodology(), done -> {});

        assertThat(files(folder).keySet()).containsExactly("000001/table.csv", "000002/table.csv", "companies.csv");
        assertThat(CsvText.records(folder.resolve("companies.csv")).get(1)).startsWith("К-000001", "Пример-000001");
        List<List<String>> records = CsvText.records(folder.resolve("000002/table.csv"));
        assertThat(records.get(0))
                .containsExactly(
                        "id",
                        "year",
                        "assessor",
                        "expert",
                        "final",
                        "criterion",
                        "c1",
                        "c1_note",
                        "c2",
                        "c2_note",
                        "directions",
                        "sum");
        assertThat(records.subList(1, 3)).allSatisfy(line -> {
            assertThat(line.get(6)).matches("[0-3]");
            assertThat(Integer.parseInt(line.get(11)))
                    .isEqualTo(Integer.parseInt(line.get(6)) + Integer.parseInt(line.get(8)));
        });
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "x");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        new SampleInbox().write(folder, new SampleOptions(1, 2025, 1, 0), METHODOLOGY, done -> {}))
                .withCauseInstanceOf(DirectoryNotEmptyException.class);
        assertThat(files(folder)).containsOnlyKeys("mine.csv");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleOptions(0, 2025, 1, 0))
                .withMessage("A sample has 1 to 10000000 companies, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleOptions(1, 1999, 1, 0))
                .withMessage("A rated year is one of 2000 to 2100, not 1999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleOptions(1, 2025, 1, 101))
                .withMessage("The share of faulty companies is 0 to 100 %, not 101");
    }

    private static List<String> lines(Map<Fault, String> files, Fault fault) {
        return files.getOrDefault(fault, "").lines().toList();
    }

    private Map<String, String> write(String name, SampleOptions options) throws IOException {
        Path inbox = folder.resolve(name);
        new SampleInbox().write(inbox, options, METHODOLOGY, done -> {});
        return files(inbox);
    }

    private List<String> companies(String name) throws IOException {
        List<List<String>> records = CsvText.records(folder.resolve(name).resolve("companies.csv"));
        return records.subList(1, records.size()).stream()
                .map(record -> record.get(0))
                .toList();
    }

    /** {@return the bytes of each file below a folder, a character a byte, by name} */
    private static Map<String, String> files(Path inbox) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(inbox)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        inbox.relativize(path).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static int units(String score) {
        return METHODOLOGY.scale().units(score).orElseGet(() -> sumUnits(score));
    }

    private static int sumUnits(String score) {
        return new BigDecimal(score.replace(',', '.'))
                .divideToIntegralValue(METHODOLOGY.scale().step())
                .intValueExact();
    }
}
