package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.Problem;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.scoring.Assessment;

/** Whatever bytes a file of the inbox has, there are problems or a result, soon, and never an exception. */
class AnyBytesTest {

    private static final int YEAR = 2025;
    private static final LocalDate CUTOFF = LocalDate.of(2026, 5, 31);
    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");
    private static final String INN = "7707083893";
    private static final String REGISTER =
            "inn;name;industry;region;participation\n" + INN + ";Пример-001;Связь;Регион-05;desk\n";
    private static final int MEBIBYTE = 1 << 20;

    private static final List<byte[]> SOUND = new ArrayList<>();

    private final Path folder;

    AnyBytesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void writeSoundFiles(@TempDir Path sample) throws IOException {
        new SampleInbox().write(sample.resolve("inbox"), new SampleOptions(4, YEAR, 3, 0), METHODOLOGY, done -> {});
        try (Stream<Path> files = Files.walk(sample.resolve("inbox"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                SOUND.add(Files.readAllBytes(file));
            }
        }
        SOUND.add(REGISTER.getBytes(StandardCharsets.UTF_8));
        SOUND.add(String.join("\n", TestTable.of(INN).lines()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void judgesSpoiltFiles() throws IOException {
        int accepted = 0;
        int rejected = 0;
        int rejectedFiles = 0;
        for (int i = 0; i < SOUND.size(); i++) {
            Files.write(folder.resolve("sound-" + i + ".csv"), SOUND.get(i));
        }
        for (long seed = 0; seed < 3_000; seed++) {
            byte[] bytes = new SpoiltFiles(seed, SOUND).next();
            // Alone the file is judged by itself, among sound ones by what they say of the same companies.
            Verdict verdict = judged("seed " + seed, bytes, seed % 2 == 0);
            accepted += verdict.accepted;
            rejected += verdict.rejected;
            rejectedFiles += verdict.rejectedFiles;
        }

        assertThat(accepted).isPositive();
        assertThat(rejected).isPositive();
        assertThat(rejectedFiles).isPositive();
    }

    @TestFactory
    Stream<DynamicTest> judgesWhatIsHuge() {
        String table = String.join("\n", TestTable.of(INN).lines()) + "\n";
        return Stream.of(
                huge("half a million quotes", "\"".repeat(500_000)),
                huge("a million delimiters", ";".repeat(1_000_000)),
                huge("a million delimiters below a header", table + ";".repeat(1_000_000)),
                huge("a million delimiters after an INN", table + INN + ";".repeat(1_000_000)),
                huge("a million headings", "inn;" + "x;".repeat(500_000) + "\n"),
                huge("a million equal headings", TestTable.HEADER + ";inn".repeat(200_000) + "\n" + INN),
                huge("a million line ends", table + "\r\n".repeat(500_000)),
                huge("a million lone CRs", table + "\r".repeat(1_000_000)),
                huge("quoted quotes", table + "\"" + "\"\"".repeat(500_000)),
                huge("opening quotes", table + ";\"".repeat(500_000)),
                huge("quotes within", table + "a\"".repeat(500_000)),
                huge("short records", table + (INN + "\n").repeat(200_000)),
                huge("lines of many companies", table + "7707083893;1\n7736050003;1\n".repeat(40_000)),
                huge("bad INNs", table + "1;1\n2;1\n".repeat(100_000)),
                huge("one criterion", table + (INN + ";;;;;7;0;;;0;;;0;;;0\n").repeat(30_000)),
                huge("marks on a letter", table + INN + ";;;;;7;1;" + "e" + "\u0301".repeat(400_000)),
                huge("citations of one document", withEvidence("Д1 п. 1; ".repeat(60_000))),
                huge("citations of many documents", withEvidence(numbered("Д%d; ", 90_000))),
                huge("citations with commas", withEvidence(numbered("Д%d, ", 90_000))),
                huge("clauses without a document", withEvidence("п. 3.1; ".repeat(60_000))),
                huge("letters and digits", withEvidence("Д1Д2".repeat(120_000))),
                huge("hyphens", withEvidence("ЛНА-".repeat(120_000))),
                huge("digits", withEvidence("Д" + "1".repeat(900_000))),
                huge("spaces", withEvidence("Д1 " + " ".repeat(900_000) + "п")),
                huge("digits for a score", table + INN + ";;;;;7;" + "0".repeat(900_000)),
                huge("digits for a fraction", table + INN + ";;;;;7;0," + "5".repeat(900_000)),
                huge("digits for a criterion", table + INN + ";;;;;" + "7".repeat(900_000) + ";0"),
                huge("directions", tableOf(TestTable.of(INN).with(7, "directions", "а, ".repeat(300_000)))),
                huge("other directions", tableOf(TestTable.of(INN).with(7, "directions", "ы, ".repeat(300_000)))),
                huge(
                        "many other directions",
                        tableOf(TestTable.of(INN).with(7, "directions", numbered("%d, ", 120_000)))),
                huge("a sum", tableOf(TestTable.of(INN).with(7, "sum", "9".repeat(900_000)))),
                huge("experts", table + numbered(INN + ";;;э%d;;7;0;;;0;;;0;;;0\n", 20_000)),
                huge("documents of one code", documents(numbered(INN + ";;Д1;order;т%d;1;01.02.2025;и;;\n", 20_000))),
                huge("documents", documents(numbered(INN + ";;Д%d;order;т;1;01.02.2025;и;;\n", 20_000))),
                huge("a heading of letters that grow in lower case", "inn;" + "İ".repeat(500_000) + "\n"),
                huge("an expert of such letters", tableOf(TestTable.of(INN).all("expert", "İ".repeat(10_000)))),
                huge("a title of such letters", documents(dotted(";;Д1;order;İ;1;01.02.2025;и;;\n"))),
                huge("a kind of such letters", documents(dotted(";;Д1;İ;т;1;01.02.2025;и;;\n"))),
                huge("a date of such letters", documents(dotted(";;Д1;order;т;1;İ;и;;\n"))),
                huge("a number of such letters", documents(dotted(";;Д1;order;т;İ;01.02.2025;и;;\n"))),
                huge("years", documents(INN + ";;Д1;report;т;;01.02.2025;и;;" + "2024, ".repeat(100_000) + "\n")),
                huge("a span of years", documents(INN + ";;Д1;report;т;;01.02.2025;и;;0-2147483647\n")));
    }

    @Test
    void takesARecordOfOneMebibyteAndNoLongerOne() throws IOException {
        for (String end : List.of("", "\n", "\r\n", "\r")) {
            for (boolean quoted : List.of(true, false)) {
                assertThat(problemsOfNoteOf(MEBIBYTE, quoted, end)).isEmpty();
                assertThat(problemsOfNoteOf(MEBIBYTE + 1, quoted, end)).containsExactly("malformed-csv.too-long 51");
            }
        }
    }

    /** {@return the problems of a Table whose last record is so long} A note may be of any length. */
    private List<String> problemsOfNoteOf(int length, boolean quoted, String end) throws IOException {
        List<String> lines = TestTable.of(INN).lines();
        String begin = INN + ";;;;;50;0;;;0;;;0;;;0;;" + (quoted ? "\"" : "");
        String last = quoted ? "\"" : "";
        String text = String.join("\n", lines.subList(0, 50)) + "\n" + begin
                + "x".repeat(length - begin.length() - last.length()) + last + end;
        Files.writeString(folder.resolve("r.csv"), REGISTER);
        Files.writeString(folder.resolve("t.csv"), text);
        List<Problem> problems = new ArrayList<>();
        check(List.of("r.csv", "t.csv"), problems);
        return problems.stream()
                .filter(problem -> problem.code() != org.mera.csv.ProblemCode.NO_SUBMISSION)
                .map(problem -> problem.code().code() + "." + problem.variant() + " " + problem.line())
                .toList();
    }

    private DynamicTest huge(String name, String text) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> judged(name, text.getBytes(StandardCharsets.UTF_8), true)));
    }

    private static String withEvidence(String evidence) {
        return tableOf(TestTable.of(INN).scoring(7, 5, "1", evidence));
    }

    private static String tableOf(TestTable table) {
        return String.join("\n", table.lines()) + "\n";
    }

    private static String documents(String lines) {
        return "inn;assessor;document;kind;title;number;date;issuer;url;year\n" + lines;
    }

    private static String dotted(String line) {
        return INN + line.replace("İ", "İ".repeat(500_000));
    }

    private static String numbered(String pattern, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(pattern.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }

    private Verdict judged(String what, byte[] bytes, boolean alone) throws IOException {
        List<String> files = new ArrayList<>(List.of("r.csv", "spoilt.csv"));
        Files.writeString(folder.resolve("r.csv"), REGISTER);
        Files.write(folder.resolve("spoilt.csv"), bytes);
        if (!alone) {
            for (int i = 0; i < SOUND.size(); i++) {
                files.add("sound-" + i + ".csv");
            }
        }
        long begun = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        Verdict verdict;
        long said;
        try {
            verdict = check(files, problems);
            problems.sort(Problem.ORDER);
            said = problems.stream().mapToLong(AnyBytesTest::said).sum();
        } catch (IOException | RuntimeException e) {
            throw keeping(what, bytes, e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).as(what).isLessThan(Duration.ofSeconds(5 + 5L * bytes.length / MEBIBYTE));
        // A list that is many times as long as what it complains of helps nobody.
        assertThat(said).as(what + ": " + problems.size() + " problems").isLessThan(200_000 + 120L * bytes.length);
        return verdict;
    }

    /** {@return how many characters a problem takes in a list} */
    private static long said(Problem problem) {
        return (long) problem.value().length()
                + Math.max(
                        problem.message(Locale.ENGLISH).length(),
                        problem.message(Locale.forLanguageTag("ru")).length());
    }

    private Verdict check(List<String> files, List<Problem> problems) throws IOException {
        MemoryInbox inbox = MemoryInbox.scan(
                METHODOLOGY,
                files.stream().map(file -> new InboxFile(folder, file)).toList());
        problems.addAll(inbox.problems());
        BothCheckers checker = new BothCheckers(METHODOLOGY, YEAR, CUTOFF);
        Verdict verdict = new Verdict();
        inbox.forEachCompany(file -> {
            Submission submission = checker.check(file).withAbsence(file, inbox.rejectedFilesOf(file.company()));
            problems.addAll(submission.problems());
            verdict.add(submission);
        });
        verdict.rejectedFiles = (int)
                inbox.scans().stream().filter(scan -> scan.rejection() != null).count();
        return verdict;
    }

    private static AssertionError keeping(String what, byte[] bytes, Exception cause) throws IOException {
        Path kept = Files.createTempFile(Path.of("target"), "spoilt-", ".csv");
        Files.write(kept, bytes);
        return new AssertionError(what + ": " + cause + "; the file is kept: " + kept, cause);
    }

    private static final class Verdict {
        private int accepted;
        private int rejected;
        private int rejectedFiles;

        private void add(Submission submission) {
            boolean error = submission.problems().stream().anyMatch(Problem::isError);
            switch (submission.status()) {
                case ACCEPTED -> {
                    // Refuses a Table that is not whole or has a score that is off the scale.
                    Assessment.of(METHODOLOGY, submission.counting().orElseThrow());
                    assertThat(error).isFalse();
                    accepted++;
                }
                case REJECTED -> {
                    assertThat(error).isTrue();
                    rejected++;
                }
                case NOT_HANDED_IN -> assertThat(submission.tables()).isEmpty();
            }
        }
    }
}
