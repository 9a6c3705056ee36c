package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Participation;
import org.mera.csv.ProblemCode;
import org.mera.csv.TextEncoding;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** What the quick check calls sound, the thorough one calls sound too, with the same warnings: {@link BothCheckers} compares all that they say. */
class QuickCheckerTest {

    private static final int YEAR = 2025;
    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");

    /** What people write into fields, sound or not. */
    private static final List<String> FIELDS = List.of(
            "",
            " ",
            "0",
            "1",
            "2",
            "0,5",
            "0.5",
            "\"0,5\"",
            "0,50",
            "1,0",
            "07",
            " 1 ",
            "\u00a01",
            "\"1\"",
            "\"1\"\"\"",
            "-1",
            "-",
            "нет",
            "D1",
            "d1",
            "D1 cl. 3",
            "D99",
            "D1; D99",
            "D99 D1",
            "\"D1, D99\"",
            "\"D1\nD99\"",
            "\"\"\"D1\"\"; D2\"",
            "\u0085D99; D1",
            "— D1",
            "п3; D1",
            "c3, D1",
            "D1\u0306",
            "D1 in full",
            "D1 —",
            "D1; D1; D2: ; D2 п. 1",
            "D8; D9; D10",
            "D6",
            "local-act",
            "report",
            "legislation",
            "guidance",
            "2024-12-31",
            "2026-01-01",
            "2025-02",
            "2023-2024",
            "2026, 2027",
            "expert",
            "эксперт",
            "company",
            "nobody",
            "E-99",
            "yes",
            "да",
            "no",
            "нет",
            "perhaps",
            "a",
            "a, b",
            "а, б",
            "a, z",
            "n/a: a",
            "я",
            "2025",
            "2024",
            "2025,0");

    private static final String INN = "7707083893";
    private static final List<String> SCORES = List.of("0", "0,5", "1");
    private static final List<String> KINDS =
            List.of("local-act", "order", "legislation", "report", "annual-report", "guidance", "contract", "plan");
    private static final List<String> YEARS = List.of("2023", "2024-2026", "2026", "2023, 2024");
    private static final List<String> CLAUSES = List.of("", "", " —", " п. 3.1", " in full", ": разд. 2");

    private final Path folder;
    private final BothCheckers checkers = new BothCheckers(METHODOLOGY, YEAR, LocalDate.of(2026, 5, 31));

    QuickCheckerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void seesSoundSubmissionsAtAGlance() throws IOException {
        List<CompanyFile> companies = sample(300, 0);

        companies.forEach(checkers::check);

        assertThat(companies).hasSize(300);
        assertThat(checkers.seenAtAGlance()).isEqualTo(300);
        assertThat(checkers.warnedAtAGlance()).isBetween(20, 150);
    }

    @Test
    void saysNothingOfWhatIsNotSound() throws IOException {
        List<CompanyFile> companies = sample(300, 100);

        int accepted = 0;
        for (CompanyFile company : companies) {
            Submission submission = checkers.check(company);
            accepted += submission.status() == Submission.Status.ACCEPTED ? 1 : 0;
        }

        assertThat(checkers.seenAtAGlance()).isLessThanOrEqualTo(accepted);
    }

    @Test
    void agreesWhateverWasChanged() throws IOException {
        List<CompanyFile> companies = sample(40, 0);
        int checked = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            Random random = new Random(seed);
            CompanyFile company = companies.get(random.nextInt(companies.size()));
            try {
                checkers.check(changed(company, random));
                checked++;
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("is not sound");
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(checked).isGreaterThan(5_000);
        assertThat(checkers.seenAtAGlance()).isBetween(checked / 10, checked - checked / 10);
        assertThat(checkers.warnedAtAGlance()).isPositive();
    }

    @Test
    void agreesOnWhatHasToBeVerified() {
        Set<ProblemCode> said = EnumSet.noneOf(ProblemCode.class);
        for (int seed = 0; seed < 300; seed++) {
            try {
                checkers.check(questionable(new Random(seed))).problems().forEach(problem -> said.add(problem.code()));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(checkers.seenAtAGlance()).isEqualTo(300);
        assertThat(checkers.warnedAtAGlance()).isGreaterThan(250);
        assertThat(said)
                .containsExactlyInAnyOrder(
                        ProblemCode.UNEXPECTED_KIND,
                        ProblemCode.NO_EVIDENCE_OF_YEAR,
                        ProblemCode.AFTER_RATED_YEAR,
                        ProblemCode.MISSING_CLAUSE,
                        ProblemCode.DEPENDENCY_UNMET,
                        ProblemCode.OVERUSED_DOCUMENT,
                        ProblemCode.SELF_EXPERT_GAP,
                        ProblemCode.SELF_ASSESSMENT_DESK);
    }

    /** {@return a submission without a fault, of any scores and of documents that may be cited where nobody expects them} */
    private static CompanyFile questionable(Random random) {
        TestInbox inbox = TestInbox.of(INN, random.nextBoolean() ? Participation.DESK : Participation.ON_SITE);
        List<String> documents = new ArrayList<>(List.of(CheckerTest.Given.DOCUMENTS));
        int count = 1 + random.nextInt(8);
        for (int i = 1; i <= count; i++) {
            String list = random.nextInt(4) == 0 ? "expert" : "";
            documents.add(document(list, i, random));
            if (!list.isEmpty()) {
                documents.add(document("", i, random));
            }
        }
        int experts = 1 + random.nextInt(2);
        for (int expert = 1; expert <= experts; expert++) {
            inbox.table(
                    "t" + expert + ".csv",
                    table(count, random)
                            .all("expert", "Э" + expert)
                            .all("final", expert == experts ? "да" : "нет")
                            .lines());
        }
        if (random.nextBoolean()) {
            inbox.table("s.csv", table(count, random).all("assessor", "company").lines());
        }
        return inbox.documents("d.csv", documents.toArray(String[]::new)).build();
    }

    private static String document(String list, int number, Random random) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String date = (2023 + random.nextInt(4)) + "-0" + (1 + random.nextInt(4)) + "-01";
        String years =
                kind.equals("annual-report") || random.nextInt(4) == 0 ? YEARS.get(random.nextInt(YEARS.size())) : "";
        return String.join(";", INN, list, "Д" + number, kind, "Пример", "б/н", date, "Совет", "", years);
    }

    private static TestTable table(int documents, Random random) {
        TestTable table = TestTable.of(INN);
        for (int criterion = 1; criterion <= METHODOLOGY.criterionCount(); criterion++) {
            for (int column = 3; column <= 6; column++) {
                if (random.nextInt(3) > 0) {
                    String evidence = citation(documents, random);
                    for (int i = random.nextInt(3); i > 1; i--) {
                        evidence += "; " + citation(documents, random);
                    }
                    table.scoring(criterion, column, SCORES.get(random.nextInt(SCORES.size())), evidence);
                }
            }
        }
        return table;
    }

    private static String citation(int documents, Random random) {
        int number = random.nextInt(3) == 0 ? 1 + random.nextInt(documents) : 1;
        return "Д" + number + CLAUSES.get(random.nextInt(CLAUSES.size()));
    }

    private static CompanyFile changed(CompanyFile company, Random random) {
        List<Part> parts = new ArrayList<>(company.parts());
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int at = random.nextInt(parts.size());
            Part part = parts.get(at);
            parts.set(
                    at, part(part, random.nextInt(4) == 0 ? linesChanged(part, random) : fieldsChanged(part, random)));
        }
        if (random.nextInt(20) == 0) {
            Collections.swap(parts, 0, parts.size() - 1);
        }
        return new CompanyFile(company.company(), company.entries(), parts);
    }

    /** A change may make more lines of one. */
    private static Part part(Part part, byte[] bytes) {
        Range range = part.range();
        Range longer = new Range(
                range.ordinal(),
                range.company(),
                range.offset(),
                bytes.length,
                range.firstRecord(),
                range.records() + 5,
                range.sha256());
        return new Part(part.file(), part.encoding(), part.delimiter(), part.layout(), longer, bytes);
    }

    private static byte[] linesChanged(Part part, Random random) {
        List<String> lines = lines(part);
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> Collections.swap(lines, one, other);
            case 3 -> lines.add(one, "\n");
            default -> lines.set(one, lines.get(one).replace("\n", "\r\n"));
        }
        return bytes(lines, part.encoding());
    }

    private static byte[] fieldsChanged(Part part, Random random) {
        List<String> lines = lines(part);
        int line = random.nextInt(lines.size());
        List<String> fields =
                new ArrayList<>(List.of(lines.get(line).strip().split(Character.toString(part.delimiter()), -1)));
        int field = random.nextInt(fields.size());
        String found = fields.get(field);
        int at = random.nextInt(found.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> fields.remove(field);
            case 1 ->
                fields.set(
                        field,
                        found.substring(0, at) + " ;,\"'1aаD\n\r".charAt(random.nextInt(11)) + found.substring(at));
            case 2 -> fields.set(field, found.substring(0, at) + found.substring(Math.min(found.length(), at + 1)));
            default -> fields.set(field, FIELDS.get(random.nextInt(FIELDS.size())));
        }
        lines.set(line, String.join(Character.toString(part.delimiter()), fields) + "\n");
        return bytes(lines, part.encoding());
    }

    private static List<String> lines(Part part) {
        String text = new String(part.bytes(), part.encoding().charset());
        return new ArrayList<>(List.of(text.split("(?<=\n)")));
    }

    private static byte[] bytes(List<String> lines, TextEncoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            bytes.writeBytes(line.getBytes(encoding.charset()));
        }
        return bytes.toByteArray();
    }

    private List<CompanyFile> sample(int companies, int faulty) throws IOException {
        new SampleInbox().write(folder, new SampleOptions(companies, YEAR, 5, faulty), METHODOLOGY, done -> {});
        List<CompanyFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<InboxFile> csv = files.filter(file -> file.toString().endsWith(".csv"))
                    .map(file -> new InboxFile(folder, folder.relativize(file).toString()))
                    .toList();
            MemoryInbox.scan(METHODOLOGY, csv).forEachCompany(found::add);
        }
        return found;
    }
}
