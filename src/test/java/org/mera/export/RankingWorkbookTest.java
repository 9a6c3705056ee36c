package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.DecidedCompany;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.committee.WithdrawnCompany;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodology;
import org.mera.ranking.Comparability;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.ReliabilityTally;
import org.mera.ranking.ScoredTable;
import org.mera.ranking.Standing;
import org.mera.ranking.StatisticsTally;
import org.mera.ranking.TestMethodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;

/** The workbook as another library reads it. */
class RankingWorkbookTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Locale ENGLISH = Locale.ENGLISH;

    @Test
    void hasItsSheets() throws IOException {
        assertThat(sheets(SampleRating.problems(), RUSSIAN, 100).names())
                .containsExactly(
                        "Рейтинг",
                        "Разделы",
                        "Столбцы",
                        "Критерии",
                        "Критерии по столбцам",
                        "Компании по разделам",
                        "Замечания",
                        "Сведения",
                        "Входящие файлы");
        assertThat(sheets(SampleRating.problems(), ENGLISH, 100).names())
                .containsExactly(
                        "Ranking",
                        "Sections",
                        "Columns",
                        "Criteria",
                        "Criteria by column",
                        "Companies by section",
                        "Problems",
                        "Facts",
                        "Input files");
    }

    /** ranking.csv is the measure; only its defused texts are unchanged here. */
    @Test
    void holdsTheValuesOfRankingCsv() throws IOException {
        List<List<String>> rows = sheets(List.of(), ENGLISH, 100).rows("Ranking");
        List<String> csv = Golden.text(out -> RankingCsv.write(SampleRating.METHODOLOGY, SampleRating.ranking(), out))
                .lines()
                .skip(1)
                .toList();

        assertThat(rows).hasSize(csv.size() + 1);
        for (int i = 0; i < csv.size(); i++) {
            assertThat(String.join(",", rows.get(i + 1)))
                    .isEqualTo(csv.get(i)
                            .replace("\"ООО \"\"Пример-002\"\", филиал\"", "ООО \"Пример-002\", филиал")
                            .replace("'=cmd|' /C", "=cmd|' /C")
                            .replace("'@Связь", "@Связь")
                            .replace("'-Пример", "-Пример"));
        }
    }

    @Test
    void keepsTextsTextsAndNumbersNumbers() throws IOException {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(workbook(content(), List.of(), RUSSIAN, 100)));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<CellType> first = rows.skip(1).findFirst().orElseThrow().stream()
                    .map(cell -> cell == null ? CellType.EMPTY : cell.getType())
                    .toList();
            CellType text = CellType.STRING;
            CellType number = CellType.NUMBER;
            CellType none = CellType.EMPTY;
            assertThat(first)
                    .containsExactly(
                            number, text, text, text, text, text, number, number, number, number, number, number, text,
                            number, number, none, none, none, number);
        }
    }

    @Test
    void runsNothingAsAFormula() throws IOException {
        String name = "=1+1";
        Methodology methodology = TestMethodology.ofParks().build();
        Company company = new Company("=2+2", name, "+3", "@4", Participation.DESK);
        Ranking ranking = Ranking.of(
                methodology, List.of(Standing.of(methodology, company, new int[] {9, 2}, new int[] {11}, 0)), Map.of());
        WorkbookContent content = content(methodology, ranking, any -> new byte[] {3, 0, 3, 2, 3, 0});

        byte[] bytes = workbook(content, List.of(), ENGLISH, 100);

        assertThat(parts(bytes).values()).noneMatch(part -> part.contains("<f>") || part.contains("<f "));
        assertThat(read(bytes).rows("Ranking").get(1))
                .startsWith("1", "=2+2", name, "+3", "@4", "desk")
                .endsWith("11.0", "61.11", "", "1", "1", "", "", "", "0");
    }

    @Test
    void tellsTheStatistics() throws IOException {
        Sheets sheets = sheets(List.of(), RUSSIAN, 100);

        assertThat(sheets.rows("Разделы").get(0))
                .containsExactly("№", "Раздел", "Критерии", "Максимум", "Среднее", "Среднее, %");
        assertThat(sheets.rows("Столбцы").get(1)).endsWith("3.0", "1.80", "60.00");
        assertThat(sheets.rows("Критерии").get(0))
                .containsExactly(
                        "№",
                        "Критерий",
                        "Раздел",
                        "Среднее",
                        "Среднее, %",
                        "Доля оценок 0, %",
                        "Доля оценок 0,5, %",
                        "Доля оценок 1, %",
                        "Столбец 3: среднее",
                        "Столбец 4: среднее",
                        "Столбец 5: среднее",
                        "Столбец 6: среднее");
        assertThat(sheets.rows("Критерии по столбцам")).hasSize(1 + 3 * 4);
        assertThat(sheets.rows("Критерии")).hasSize(4);
        assertThat(sheets.rows("Компании по разделам").get(1)).startsWith("1", SampleRating.inn(4));
    }

    @Test
    void tellsTheFacts() throws IOException {
        assertThat(sheets(SampleRating.problems(), RUSSIAN, 2).rows("Сведения"))
                .contains(
                        List.of("Год, по итогам которого присваивается рейтинг", "2025"),
                        List.of("Редакция", "3"),
                        List.of("Документы датированы не позднее", "2026-05-31"),
                        List.of("В реестре", "7"),
                        List.of("Показатель: медиана, %", "75.00"),
                        List.of("Класс A, от 75 %", "3"),
                        List.of("Замечаний", "6"),
                        List.of("Замечания занимают листов", "3"),
                        List.of("Входящих файлов", "1"));
        assertThat(sheets(List.of(), RUSSIAN, 2).rows("Входящие файлы"))
                .containsExactly(List.of("Файл", "Размер, байт", "SHA-256"), List.of("столы/7.csv", "1234", "ab12"));
    }

    @Test
    void tellsAgreementAndTheRangesOfRanks() throws IOException {
        ReliabilityTally tally = new ReliabilityTally(SampleRating.METHODOLOGY);
        for (RankedCompany company : SampleRating.ranking().companies()) {
            byte[] scores = SampleRating.scores(company.standing());
            tally.add(
                    company.company().id(),
                    List.of(new ScoredTable(false, "Э-1", true, scores), new ScoredTable(false, "Э-2", false, scores)),
                    scores);
        }
        RatingFacts facts = new RatingFacts(
                CommitteeRecord.NONE,
                new PreviousRanking(2024, "2024", Comparability.OTHER_VERSION, new TreeMap<>(), null),
                tally.agreement(),
                tally.sensitivity(null));

        Sheets sheets = read(workbook(told(facts), List.of(), ENGLISH, 100));

        assertThat(sheets.rows("Ranking").get(0)).endsWith("Rank at 5 % (sensitivity)", "Rank at 95 % (sensitivity)");
        assertThat(sheets.rows("Ranking").get(1))
                .as("nothing moves where all agree")
                .endsWith("11", "1", "1");
        assertThat(sheets.rows("Agreement").get(0))
                .containsExactly(
                        "Assessors",
                        "Section",
                        "Companies",
                        "Pairs of scores",
                        "Equal, %",
                        "Cohen's kappa, linear weights",
                        "Krippendorff's alpha, interval");
        assertThat(sheets.rows("Agreement").get(1))
                .containsExactly("Experts among each other", "in all", "5", "60", "100.00", "1.000", "1.000");
        assertThat(sheets.rows("Agreement").get(4)).startsWith("Э-1 — Э-2", "in all", "5", "60");
        assertThat(sheets.rows("Facts"))
                .contains(
                        List.of("Version of the scale of classes", "2025"),
                        List.of("Compared with the rating of", "2024"),
                        List.of(
                                "How far they may be compared",
                                "version 2024 of the methodology, not declared comparable: ranks and indicators are not"
                                        + " compared"),
                        List.of("Sensitivity: share of scores that move by a step", "0.0000"),
                        List.of("Sensitivity: simulated rankings", "2000"));
    }

    private static WorkbookContent told(RatingFacts facts) {
        WorkbookContent content = content();
        return new WorkbookContent(
                content.methodology(),
                content.year(),
                content.revision(),
                content.cutoff(),
                content.counts(),
                content.ranking(),
                content.statistics(),
                content.files(),
                facts,
                content.decisions());
    }

    @Test
    void spreadsTooManyProblemsOverSheets() throws IOException {
        Sheets sheets = sheets(SampleRating.problems(), ENGLISH, 4);

        assertThat(sheets.names()).contains("Problems", "Problems 2").doesNotContain("Problems 3");
        assertThat(sheets.rows("Problems")).hasSize(5);
        assertThat(sheets.rows("Problems 2")).hasSize(3);
        assertThat(sheets.rows("Problems 2").get(1))
                .startsWith("столы/7.csv", "12", SampleRating.inn(6), "2", "3", "error", "unknown-document");
    }

    @Test
    void showsAwkwardTextsUnchanged() throws IOException {
        for (String text : List.of(
                " с пробелами по краям ",
                "_x0041_ и _x00e9_",
                "строка\nвторая «кавычки» \"и\" <b>разметка</b> & 'апостроф'",
                "𝔘 за пределами",
                "0012")) {
            Problem problem = Problem.of(ProblemCode.BAD_SCORE, "a.csv", 2)
                    .withCriterion(1)
                    .withColumn(3)
                    .withValue(text);

            assertThat(sheets(List.of(problem), ENGLISH, 9)
                            .rows("Problems")
                            .get(1)
                            .get(7)
                            .replace("_x005F_", "_"))
                    .isEqualTo(text);
        }
    }

    @Test
    void shortensWhatNoCellCanHoldAndSaysSo() throws IOException {
        Problem problem =
                Problem.of(ProblemCode.BAD_SCORE, "a.csv", 2).withColumn(3).withValue("я".repeat(40_000));

        String value =
                sheets(List.of(problem), ENGLISH, 9).rows("Problems").get(1).get(7);

        assertThat(value)
                .hasSize(32_767)
                .startsWith("яяя")
                .endsWith("я… [shortened: a cell holds 32,767 characters; problems.csv has all of it]");
    }

    @Test
    void listsDecisionsAndWithdrawalsWhereThereAreAny() throws IOException {
        LocalDate day = LocalDate.of(2026, 3, 12);
        Decision decision = new Decision("9900000017", 1, 4, 1, "Д1 п. 2", "=Решено", "№ 3", day);
        DecisionList decisions = new DecisionList(
                List.of(new DecidedCompany(
                        "9900000017",
                        "Пример-001",
                        List.of(
                                new DecidedCell(decision, DecidedCell.UNKNOWN, false),
                                new DecidedCell(decision, 2, true)),
                        List.of(
                                new ClassDecision("9900000017", "A", "За открытость", "№ 3", day),
                                new ClassDecision("9900000017", "", "Отменено", "№ 4", day)))),
                List.of(new WithdrawnCompany("9900000070", "Пример-007", "Ликвидирована")));
        WorkbookContent none = content();
        WorkbookContent content = new WorkbookContent(
                none.methodology(),
                none.year(),
                none.revision(),
                none.cutoff(),
                none.counts(),
                none.ranking(),
                none.statistics(),
                none.files(),
                none.facts(),
                decisions);

        Sheets sheets = read(workbook(content, List.of(), ENGLISH, 100));

        assertThat(sheets.rows("Decisions"))
                .containsExactly(
                        List.of(
                                "INN",
                                "Name",
                                "Criterion",
                                "Column",
                                "Score before",
                                "Score decided",
                                "Class",
                                "Stands",
                                "Reason",
                                "Evidence",
                                "Protocol",
                                "Date"),
                        List.of(
                                "9900000017",
                                "Пример-001",
                                "1",
                                "4",
                                "",
                                "0.5",
                                "",
                                "superseded",
                                "=Решено",
                                "Д1 п. 2",
                                "№ 3",
                                "2026-03-12"),
                        List.of(
                                "9900000017",
                                "Пример-001",
                                "1",
                                "4",
                                "1.0",
                                "0.5",
                                "",
                                "yes",
                                "=Решено",
                                "Д1 п. 2",
                                "№ 3",
                                "2026-03-12"),
                        List.of(
                                "9900000017",
                                "Пример-001",
                                "",
                                "",
                                "",
                                "",
                                "A",
                                "superseded",
                                "За открытость",
                                "",
                                "№ 3",
                                "2026-03-12"),
                        List.of(
                                "9900000017",
                                "Пример-001",
                                "",
                                "",
                                "",
                                "",
                                "by the scale",
                                "yes",
                                "Отменено",
                                "",
                                "№ 4",
                                "2026-03-12"));
        assertThat(sheets.rows("Withdrawn"))
                .containsExactly(
                        List.of("INN", "Name", "Reason"), List.of("9900000070", "Пример-007", "Ликвидирована"));
        assertThat(sheets(List.of(), ENGLISH, 100).names()).doesNotContain("Decisions", "Withdrawn");
    }

    @Test
    void hasItsHeadersWithoutCompanies() throws IOException {
        Ranking nobody = Ranking.of(SampleRating.METHODOLOGY, List.of(), Map.of());
        WorkbookContent content = new WorkbookContent(
                SampleRating.METHODOLOGY,
                2025,
                1,
                LocalDate.of(2026, 5, 31),
                new Counts(0, 0, 0, 0, 0, 0),
                nobody,
                new StatisticsTally(SampleRating.METHODOLOGY).statistics(),
                List.of(),
                RatingFacts.NONE);

        Sheets sheets = read(workbook(content, List.of(), RUSSIAN, 100));

        assertThat(sheets.rows("Рейтинг")).hasSize(1);
        assertThat(sheets.rows("Критерии")).hasSize(1);
        assertThat(sheets.rows("Замечания")).hasSize(1);
    }

    @Test
    void freezesAndRepeatsItsHeaderAndFiltersItsRows() throws IOException {
        Map<String, String> parts = parts(workbook(content(), SampleRating.problems(), RUSSIAN, 100));

        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:S6\">")
                .contains("fitToPage=\"true\"", "orientation=\"landscape\"", "paperSize=\"9\"");
        assertThat(parts.get("xl/workbook.xml")).contains("_xlnm.Print_Titles", "!$1:$1");
        assertThat(parts.get("docProps/core.xml")).contains("<dc:title>").doesNotContain("created");
    }

    @Test
    void givesTheSameBytesWheneverAndWhereverItIsWritten() throws IOException {
        byte[] first = workbook(content(), SampleRating.problems(), RUSSIAN, 100);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kamchatka"));
            assertThat(Arrays.equals(workbook(content(), SampleRating.problems(), RUSSIAN, 100), first))
                    .isTrue();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    static WorkbookContent content() {
        return content(SampleRating.METHODOLOGY, SampleRating.ranking(), SampleRating::scores);
    }

    private static WorkbookContent content(
            Methodology methodology, Ranking ranking, Function<Standing, byte[]> scores) {
        StatisticsTally tally = new StatisticsTally(methodology);
        for (RankedCompany company : ranking.companies()) {
            tally.add(company, scores.apply(company.standing()));
        }
        return new WorkbookContent(
                methodology,
                2025,
                3,
                LocalDate.of(2026, 5, 31),
                SampleRating.COUNTS,
                ranking,
                tally.statistics(),
                List.of(new WorkbookContent.InputFile("столы/7.csv", 1234, "ab12")),
                RatingFacts.NONE);
    }

    private static Sheets sheets(List<Problem> problems, Locale language, int rows) throws IOException {
        return read(workbook(content(), problems, language, rows));
    }

    private static byte[] workbook(WorkbookContent content, List<Problem> problems, Locale language, int rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RankingWorkbook.write(content, problems.iterator(), SampleRating::wording, language, rows, out);
        return out.toByteArray();
    }

    /** {@return the rows of each sheet, each cell as it stands in the file} */
    private static Sheets read(byte[] bytes) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    rows.add(row.stream().map(RankingWorkbookTest::raw).toList());
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return new Sheets(sheets);
    }

    /** The rows of the sheets by name. */
    private record Sheets(Map<String, List<List<String>>> byName) {

        Set<String> names() {
            return byName.keySet();
        }

        List<List<String>> rows(String sheet) {
            return Objects.requireNonNull(byName.get(sheet), sheet);
        }
    }

    private static String raw(Cell cell) {
        return cell == null || cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static Map<String, String> parts(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), text(zip));
            }
        }
        return parts;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
