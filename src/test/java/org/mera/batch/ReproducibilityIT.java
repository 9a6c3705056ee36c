package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.database.TestDatabase;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** The same inputs give the same bytes, whatever the chunk size, the threads, the place and language of the machine, and the server. */
class ReproducibilityIT {

    private static final int COMPANIES = 60;
    private static final List<String> REPRODUCIBLE = List.of("ranking.csv", "ranking.json", "problems.csv");
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    /** Names that a language, UTF-16 and code points each sort in another way. */
    private static final List<String> NAMES = List.of(
            "Ёлка",
            "ель",
            "Ель",
            "b-3",
            "B3",
            "b 3",
            "_b3",
            "b_3",
            "\uFB00",
            "\uD835\uDC9C",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "10",
            "9");

    @SuppressWarnings("NullAway.Init") // set before all else
    private static Path sample;

    private static List<String> expected = List.of();

    private final Path folder;

    ReproducibilityIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void runOnce(@TempDir Path inboxes, @TempDir Path first) throws IOException {
        sample = inboxes;
        new SampleInbox()
                .write(
                        sample.resolve("inbox"),
                        new SampleOptions(COMPANIES, RatingHome.YEAR, 17, 25),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        for (int i = 0; i < NAMES.size(); i++) {
            Files.move(
                    sample.resolve("inbox").resolve(String.format(Locale.ROOT, "%06d", i + 1 + i / 3)),
                    sample.resolve("inbox").resolve(NAMES.get(i)));
        }
        try (RatingHome home = new RatingHome(first)) {
            fill(home);
            RunSummary summary = home.chunkSize(100).threads(1).run();
            assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            assertThat(summary.registered()).isEqualTo(COMPANIES);
            assertThat(summary.ranked()).isEqualTo(45);
            expected = reproducible(home);
        }
    }

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "2,1", "2,3", "7,1", "7,2", "7,4", "100,2", "100,4", "1000,1", "1000,3"})
    void writesTheSameForEachChunkSizeAndNumberOfThreads(int chunkSize, int threads) {
        try (RatingHome home = new RatingHome(folder)) {
            fill(home);

            home.chunkSize(chunkSize).threads(threads).run();

            assertThat(reproducible(home)).isEqualTo(expected);
        }
    }

    /** Twelve companies: printing takes longer than all else. */
    @Test
    void writesTheSameSetWithItsPapersInAnotherHome(@TempDir Path other) throws IOException {
        Path few = folder.resolve("few");
        new SampleInbox()
                .write(
                        few,
                        new SampleOptions(12, RatingHome.YEAR, 17, 25),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        SortedMap<String, String> first;
        try (RatingHome home = new RatingHome(folder)) {
            fill(home, few);
            home.reports().chunkSize(100).threads(1).run();
            first = home.hashes();
        }
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try (RatingHome home = new RatingHome(other)) {
            fill(home, few);
            home.reports().chunkSize(2).threads(4).run();

            assertThat(home.hashes()).isEqualTo(first);
        }
        assertThat(first.keySet().stream().filter(name -> name.endsWith(".pdf")))
                .hasSizeGreaterThan(5);
    }

    /** Which acts they came in, and when, is told by the audit log alone. */
    @Test
    void writesTheSameForTheSameDecisionsInWhateverActs(@TempDir Path other) throws IOException {
        List<String> companies = new ArrayList<>();
        String first;
        String second;
        String superseded;
        List<String> inOneAct;
        try (RatingHome home = new RatingHome(folder)) {
            fill(home);
            home.chunkSize(7).run();
            home.lines("ranking.csv").forEach(line -> companies.add(line.split(",", 3)[1]));
            first = companies.get(3) + ";1;5;1;;Д1;Пример;№ 3;12.03.2026\n";
            second = companies.get(30) + ";50;3;0;;;Пример;№ 3;12.03.2026\n" + companies.get(7)
                    + ";;;;Особый;;Пример;№ 3;12.03.2026\n";
            superseded = companies.get(3) + ";1;5;0;;;Пример;№ 2;11.03.2026\n";
            decide(home, superseded);
            home.rerun();
            decide(home, first + second);
            home.bean(DecisionDesk.class).withdraw(List.of(companies.get(5)), RatingHome.YEAR, "Ликвидирована", false);
            home.rerun();
            inOneAct = reproducible(home);
        }
        try (RatingHome home = new RatingHome(other)) {
            fill(home);
            home.chunkSize(100).threads(4).run();
            home.bean(DecisionDesk.class).withdraw(List.of(companies.get(5)), RatingHome.YEAR, "Ликвидирована", false);
            decide(home, second);
            decide(home, superseded);
            decide(home, first);
            home.rerun();

            assertThat(reproducible(home)).isEqualTo(inOneAct).isNotEqualTo(expected);
        }
    }

    private static void decide(RatingHome home, String lines) throws IOException {
        Path file = home.inbox().resolveSibling("decisions.csv");
        Files.writeString(file, "inn;criterion;column;score;class;evidence;reason;protocol;date\n" + lines);
        assertThat(home.bean(DecisionDesk.class).decide(file, RatingHome.YEAR).isTaken())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tr-TR,Asia/Kathmandu", "ar-EG,Pacific/Kiritimati", "th-TH-u-ca-buddhist-nu-thai,America/Adak"})
    void writesTheSameInAnotherLanguageAndTimeZone(String locale, String zone) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (RatingHome home = new RatingHome(folder)) {
            fill(home);

            home.chunkSize(7).run();

            assertThat(reproducible(home)).isEqualTo(expected);
        }
    }

    /** A server's collation sorts by language, its time zone and styles of dates and numbers are its own: none may show. */
    @Test
    void writesTheSameOnADatabaseOfAnotherCollation() throws Exception {
        TestDatabase database =
                TestDatabase.create("template template0 encoding 'UTF8' locale_provider icu icu_locale 'ru-RU'");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            String name = connection.getCatalog();
            statement.execute("alter database " + name + " set timezone to 'Asia/Kathmandu'");
            statement.execute("alter database " + name + " set datestyle to 'German'");
            statement.execute("alter database " + name + " set intervalstyle to 'sql_standard'");
            statement.execute("alter database " + name + " set bytea_output to 'escape'");
            statement.execute("alter database " + name + " set extra_float_digits to 0");
        }
        try (RatingHome home = new RatingHome(folder, database)) {
            fill(home);

            home.chunkSize(7).run();

            assertThat(reproducible(home)).isEqualTo(expected);
        }
    }

    @Test
    void ranksTheSameHoweverLinesAreOrderedAndFilesAreNamed() throws IOException {
        Random random = new Random(5);
        try (RatingHome home = new RatingHome(folder)) {
            Files.delete(home.inbox().resolve("companies.csv"));
            int number = 0;
            for (Path file : files()) {
                number++;
                home.write(
                        random.nextInt(1_000_000) + "/" + number + ".csv",
                        CsvBlocks.of(file).shuffled(random));
            }

            home.chunkSize(7).run();

            assertThat(home.output("ranking.csv")).isEqualTo(expected.get(0));
        }
    }

    @Test
    void ranksTheSameWhereEachCompanyHasFilesOfItsOwn() throws IOException {
        try (RatingHome home = new RatingHome(folder)) {
            int split = 0;
            for (Path file : files()) {
                String name = sample.resolve("inbox").relativize(file).toString();
                CsvBlocks blocks = CsvBlocks.of(file);
                if (name.equals("companies.csv")) {
                    home.write(name, Files.readAllBytes(file));
                    continue;
                }
                for (int i = 0; i < blocks.size(); i++) {
                    home.write(name.replace(".csv", "-" + i + ".csv"), blocks.alone(i));
                    split++;
                }
            }
            assertThat(split).isGreaterThan(2 * COMPANIES - 1);

            home.chunkSize(7).run();

            assertThat(home.output("ranking.csv")).isEqualTo(expected.get(0));
        }
    }

    @Test
    void ranksTheSameWhereFilesOfOneKindAreOneFile() throws IOException {
        Map<String, CsvBlocks> kinds = new TreeMap<>();
        for (Path file : files()) {
            CsvBlocks blocks = CsvBlocks.of(file);
            kinds.merge(blocks.kind(), blocks, CsvBlocks::and);
        }
        assertThat(kinds).hasSize(8);
        try (RatingHome home = new RatingHome(folder)) {
            Files.delete(home.inbox().resolve("companies.csv"));
            int number = 0;
            for (CsvBlocks blocks : kinds.values()) {
                number++;
                home.write(number + ".csv", blocks.shuffled(new Random(number)));
            }

            home.chunkSize(7).run();

            assertThat(home.output("ranking.csv")).isEqualTo(expected.get(0));
        }
    }

    private static List<Path> files() throws IOException {
        return files(sample.resolve("inbox"));
    }

    private static List<Path> files(Path inbox) throws IOException {
        try (Stream<Path> paths = Files.walk(inbox)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static void fill(RatingHome home) {
        fill(home, sample.resolve("inbox"));
    }

    private static void fill(RatingHome home, Path inbox) {
        try {
            for (Path file : files(inbox)) {
                home.write(inbox.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> reproducible(RatingHome home) {
        return REPRODUCIBLE.stream().map(home::output).toList();
    }
}
