package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mera.report.CommitteePaperBuilder.aPaper;
import static org.mera.report.CommitteePaperBuilder.inn;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mera.committee.DecidedCompany;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.committee.Verification;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.export.Golden;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Counts;
import org.mera.ranking.Mean;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Summary;
import org.mera.ranking.TestMethodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decision;

class CommitteePapersTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 1);

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Problem WARNING = Problem.of(ProblemCode.SPREADSHEET_DAMAGED, "документы.csv", 12)
            .withColumn("number")
            .withValue("15.мар");
    private static final Problem ERROR = Problem.of(ProblemCode.BAD_SCORE, "столы/эксперт-08.csv", 13)
            .withCriterion(7)
            .withColumn(4)
            .withValue("0,7")
            .withDetails("0, 0,5", "1");

    private static final Papers RUSSIAN_PAPERS = Papers.of(RUSSIAN, null);

    @Test
    void printsTheWholeReport() {
        CommitteePaper paper = small(aPaper()).build();

        byte[] pdf = pdf(paper);

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        Golden.assertWrites(
                "committee-report.txt", out -> out.write(PdfText.of(pdf).dump().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void printsTheWholeReportInEnglish() {
        CommitteePaper paper = small(aPaper().in(Locale.ENGLISH)).build();

        byte[] pdf = pdf(Papers.of(Locale.ENGLISH, null), paper);

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        Golden.assertWrites(
                "committee-report-en.txt",
                out -> out.write(PdfText.of(pdf).dump().getBytes(StandardCharsets.UTF_8)));
    }

    private static CommitteePaperBuilder small(CommitteePaperBuilder paper) {
        return paper.company(inn(1), "Пример-001", "Связь", Participation.ON_SITE, paper.scores(150), WARNING)
                .company(inn(2), "Пример-002", "Связь", Participation.DESK, paper.scores(100))
                .company(
                        inn(3),
                        "Пример-003",
                        "связь",
                        Participation.DESK,
                        paper.scores(100),
                        WARNING,
                        ERROR.asWarning())
                .company(inn(4), "Пример-004", "", Participation.DESK, paper.scores(0))
                .past(inn(1), new PastRank(4, "70.50"))
                .past(inn(2), new PastRank(1, "90.25"))
                .rejected(inn(5), "Пример-005", ERROR, WARNING)
                .rejected(inn(6), "", Problem.of(ProblemCode.UNKNOWN_COMPANY, "столы/эксперт-09.csv", 2))
                .notHandedIn(inn(7), "Пример-007")
                .ofNoCompany(
                        Problem.of(ProblemCode.UNREADABLE_FILE, "закрыт.csv", 0).withVariant("denied"),
                        Problem.of(ProblemCode.EXTRA_COLUMN, "столы/эксперт-10.csv", 1)
                                .withColumn("примечание")
                                .withValue("примечание"));
    }

    @Test
    void tellsWhatWasAskedAndFound() {
        CommitteePaper paper = small(aPaper())
                .verified(
                        new Verification(
                                inn(3),
                                null,
                                "number",
                                "Номер?",
                                "Исправлен",
                                Verification.Outcome.CHANGED,
                                "Иванов",
                                LocalDate.of(2026, 3, 12)),
                        new Verification(inn(3), 7, "4", "Где это?", "", Verification.Outcome.OPEN, "", null),
                        new Verification(
                                inn(4),
                                1,
                                "3",
                                "Чем подтверждено?",
                                "Отчётом",
                                Verification.Outcome.CONFIRMED,
                                "Иванов",
                                LocalDate.of(2026, 3, 1)))
                .build();

        PdfText text = PdfText.of(pdf(paper));

        List<String> toVerify = lines(text, "Что проверить", "Отклонённые материалы");
        assertThat(String.join(" ", toVerify))
                .contains(
                        "Запрошено: 3 (подтверждено 1, изменено 1, открыто 1); предупреждений, о которых ещё не спрашивали:"
                                + " 1 из 3.")
                .contains("изменено 12.03.2026")
                .contains("открыто")
                .doesNotContain("подтверждено 01.03.2026");
    }

    @Test
    void printsEveryFigureOfTheRanking() {
        CommitteePaper paper = aPaper().companies(120).build();

        PdfText text = PdfText.of(pdf(paper));

        List<String> ranking = lines(text, "Рейтинг компаний", "Очные участники");
        for (RankedCompany ranked : paper.ranking().companies()) {
            assertThat(ranking.stream()
                            .filter(line -> line.contains(ranked.company().name() + " ")))
                    .as(ranked.company().name())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith(ranked.rank() + " " + ranked.company().name() + " ")
                            .endsWith(" " + ranked.company().participation().russian() + " " + points(paper, ranked)
                                    + " —"));
        }
        assertThat(apart(text, "Очные участники", "Заочные участники")).isEqualTo(apart(paper, Participation.ON_SITE));
        assertThat(apart(text, "Заочные участники", "Отрасли")).isEqualTo(apart(paper, Participation.DESK));
        List<String> heat = lines(text, "Компании и разделы", "Критерии");
        for (RankedCompany ranked : paper.ranking().companies()) {
            assertThat(heat)
                    .contains(ranked.rank() + " " + ranked.company().name() + " " + percents(paper, ranked) + " "
                            + indicator(paper, ranked));
        }
    }

    /** Rank, name, overall rank, points: what the lists of one participation say. */
    private static List<String> apart(CommitteePaper paper, Participation participation) {
        return paper.ranking().companies().stream()
                .filter(ranked -> ranked.company().participation() == participation)
                .map(ranked -> ranked.participationRank() + " "
                        + ranked.company().name() + " " + ranked.rank() + " " + points(paper, ranked) + " —")
                .toList();
    }

    private static List<String> apart(PdfText text, String from, String to) {
        return lines(text, from, to).stream()
                .filter(line -> line.matches("\\d+ Пример-.*"))
                // The industry, which may wrap, stands between the name and the overall rank.
                .map(line -> line.replaceFirst("^(\\d+ Пример-\\d+) .*?(\\d+ \\d+,\\d)", "$1 $2"))
                .toList();
    }

    private static String points(CommitteePaper paper, RankedCompany ranked) {
        String columns = Arrays.stream(ranked.standing().columnSums())
                .mapToObj(sum -> comma(paper.methodology().scale().points(sum)))
                .collect(Collectors.joining(" "));
        return columns + " "
                + comma(paper.methodology().scale().points(ranked.standing().total())) + " " + indicator(paper, ranked);
    }

    private static String indicator(CommitteePaper paper, RankedCompany ranked) {
        return comma(paper.methodology().indicator(ranked.standing().total()).toPlainString());
    }

    private static String percents(CommitteePaper paper, RankedCompany ranked) {
        Methodology methodology = paper.methodology();
        return IntStream.range(0, methodology.sections().size())
                .mapToObj(i -> methodology.sectionPercent(
                        methodology.sections().get(i), ranked.standing().sectionSums()[i]))
                .map(percent -> comma(percent.toPlainString()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void marksAndListsTheContentsWhereTheHeadingsStand() {
        PdfText text = PdfText.of(pdf(aPaper().companies(120).build()));

        assertThat(text.bookmarks()).hasSize(15);
        List<String> contents = Arrays.stream(text.pages().get(1).split("\n"))
                .filter(line -> line.matches(".* \\d+") && !line.startsWith("Редакция"))
                .map(line -> line.replaceFirst(" (\\d+)$", ": $1"))
                .toList();
        assertThat(contents).isEqualTo(text.bookmarks());
        for (String bookmark : text.bookmarks()) {
            String title = bookmark.substring(0, bookmark.lastIndexOf(':'));
            int page = Integer.parseInt(bookmark.substring(bookmark.lastIndexOf(' ') + 1));
            assertThat(text.pages().get(page - 1).split("\n", -1)[2]).isEqualTo(title);
        }
    }

    @Test
    void numbersEveryPageAndLeavesNoneEmpty() {
        for (int companies = 18; companies <= 24; companies++) {
            List<String> pages =
                    PdfText.of(pdf(aPaper().companies(companies).build())).pages();
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i)).endsWith("Редакция 7 стр. " + (i + 1) + " из " + pages.size());
            }
        }
    }

    @Test
    void repeatsTheHeadsOfATableOnEachPage() {
        PdfText text = PdfText.of(pdf(aPaper().companies(120).build()));

        int from = page(text, "Рейтинг компаний");
        int to = page(text, "Очные участники");
        assertThat(to - from).isGreaterThan(4);
        assertThat(text.pages().subList(from - 1, to - 1))
                .allSatisfy(page -> assertThat(page).contains("Место Компания Отрасль Участие C3 C4 C5 C6 C"));
    }

    @Test
    void printsARatingOfOneCompany() {
        CommitteePaperBuilder paper = aPaper();
        byte[] pdf = pdf(paper.company(inn(1), "Пример-001", "Связь", Participation.DESK, paper.scores(101))
                .build());

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        PdfText text = PdfText.of(pdf);
        assertThat(text.running())
                .contains("Среднее 101,00 50,50 Медиана 101,00 50,50 Разброс 0,00 0,00")
                .contains("1 Пример-001 Связь заочный 26,0 25,0 25,0 25,0 101,0 50,50 —")
                .contains("Очных участников в рейтинге нет.")
                .contains("Отраслей с тремя компаниями или больше нет.")
                .contains("Проверять нечего: предупреждений нет.")
                .contains("Отклонённых материалов нет.")
                .contains("Материалы представили все.")
                .contains("Таких файлов и строк нет.")
                .contains("Решений комитета нет.");
    }

    @Test
    void printsARatingOfNobody() {
        byte[] pdf = pdf(aPaper().build());

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        PdfText text = PdfText.of(pdf);
        assertThat(text.bookmarks()).hasSize(15);
        assertThat(text.running())
                .doesNotContain("null")
                .contains("Включены в рейтинг 0")
                .contains("Очных участников в рейтинге нет.")
                .contains("Заочных участников в рейтинге нет.");
        assertThat(text.running().split("В рейтинге нет ни одной компании\\.", -1))
                .hasSize(6);
    }

    @Test
    void sharesTheFirstPlace() {
        CommitteePaperBuilder paper = aPaper();
        paper.company(inn(1), "Пример-001", "", Participation.DESK, paper.scores(200))
                .company(inn(2), "Пример-002", "", Participation.ON_SITE, paper.scores(200))
                .company(inn(3), "Пример-003", "", Participation.DESK, paper.scores(199));

        assertThat(lines(PdfText.of(pdf(paper.build())), "Рейтинг компаний", "Очные участники"))
                .contains(
                        "1 Пример-001 заочный 50,0 50,0 50,0 50,0 200,0 100,00 —",
                        "1 Пример-002 очный 50,0 50,0 50,0 50,0 200,0 100,00 —",
                        "3 Пример-003 заочный 50,0 50,0 50,0 49,0 199,0 99,50 —");
    }

    @Test
    void printsLongAndAwkwardNamesWhole() {
        String awkward = "ООО \"Пример <b>&amp; 'Сын'</b>\" {0} {1} $P{RATING} \\n =1+1 ";
        String name = awkward + "очень длинное имя ".repeat(20).substring(0, 199 - awkward.length()) + ".";
        CommitteePaperBuilder paper = aPaper();
        paper.company(inn(1), name, name, Participation.ON_SITE, paper.scores(3), WARNING)
                .company(inn(2), name, name, Participation.ON_SITE, paper.scores(3))
                .company(inn(3), name, name, Participation.ON_SITE, paper.scores(3))
                .rejected(inn(4), name, ERROR)
                .notHandedIn(inn(5), name);

        byte[] pdf = pdf(paper.build());

        assertThat(name).hasSize(200);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        String words = unspaced(PdfText.cells(pdf));
        // Name and industry of three companies in two lists, name in the map; industry and its first; four lists of
        // findings.
        assertThat(words.split(java.util.regex.Pattern.quote(unspaced(name)), -1))
                .hasSize(1 + 3 * 2 * 2 + 3 + 2 + 3);
    }

    @Test
    void listsAllOfVeryManyProblems() {
        Problem[] many = IntStream.rangeClosed(1, 3000)
                .mapToObj(i -> Problem.of(ProblemCode.SPREADSHEET_DAMAGED, "строка-" + i + ".csv", i)
                        .withValue("value-" + i))
                .toArray(Problem[]::new);
        CommitteePaperBuilder paper = aPaper();
        paper.company(inn(1), "Пример-001", "", Participation.DESK, paper.scores(3), many)
                .rejected(inn(2), "Пример-002", many)
                .ofNoCompany(many);

        PdfText text = PdfText.of(pdf(paper.build()));

        for (String section : List.of(
                "Что проверить|Отклонённые материалы",
                "Отклонённые материалы|Не представили материалы",
                "Файлы и строки вне компаний|Решения комитета")) {
            String[] names = section.split("\\|", -1);
            String found = String.join(" ", lines(text, names[0], names[1]));
            assertThat(found.split("«value-", -1)).as(names[0]).hasSize(3001);
            assertThat(found).as(names[0]).contains("«value-1»", "«value-1500»", "«value-3000»");
        }
    }

    @Test
    void printsAnotherMethodology() {
        CommitteePaperBuilder paper = aPaper(TestMethodology.ofParks().build());
        paper.company("Парк № 5/2", "Пример-001", "", Participation.DESK, paper.scores(6))
                .company("a b", "Пример-002", "", Participation.DESK, new byte[] {3, 2, 1, 0, 0, 1})
                .notHandedIn("CON", "Пример-003");

        byte[] pdf = pdf(paper.build());

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        PdfText text = PdfText.of(pdf);
        assertThat(lines(text, "Рейтинг компаний", "Очные участники"))
                .contains("Место Компания Отрасль Участие C1 C2 C")
                .contains("1 Пример-001 заочный 9,0 9,0 18,0 100,00 —", "2 Пример-002 заочный 4,0 3,0 7,0 38,89 —");
        assertThat(text.running())
                .contains("1. Раздел 1 12,50 из 18,0 69,44")
                .contains("1. Столбец 1 6,50 из 9,0 72,22 2. Столбец 2 6,00 из 9,0 66,67")
                .contains(
                        "Подтверждены слабее всего: 1 № Критерий C1, % C2, % Вместе, % 2 Критерий 2 66,67 50,00 58,33")
                .contains("0: 25,00 % · 1: 25,00 % · 2: 0,00 % · 3: 50,00 %")
                .contains("Код CON");
    }

    @Test
    void printsMoreSectionsThanStandSideBySide() {
        int[] ones = new int[23];
        Arrays.fill(ones, 1);
        CommitteePaperBuilder paper =
                aPaper(TestMethodology.aMethodology().sections(ones).build());
        paper.company(inn(1), "Пример-001", "", Participation.DESK, paper.scores(90));

        PdfText text = PdfText.of(pdf(paper.build()));

        String full = "100,00 ".repeat(10);
        assertThat(text.running())
                .contains("Место Компания 1 2 3 4 5 6 7 8 9 10 Показ., % 1 Пример-001 " + full + "97,83")
                .contains("Место Компания 21 22 23 Показ., % 1 Пример-001 100,00 100,00 50,00 97,83");
        assertThat(text.bookmarks().stream()
                        .filter(bookmark -> bookmark.startsWith("Компании и разделы"))
                        .toList())
                .extracting(bookmark -> bookmark.replaceFirst(":.*", ""))
                .containsExactly("Компании и разделы 1–10", "Компании и разделы 11–20", "Компании и разделы 21–23");
    }

    @Test
    void countsClassesWhereTheyAreDefined() {
        CommitteePaperBuilder paper = aPaper(TestMethodology.aMethodology()
                .classes(
                        new ScoreClass("A — «высший»", new BigDecimal("75")),
                        new ScoreClass("B", new BigDecimal("40.5")))
                .build());
        paper.company(inn(1), "Пример-001", "", Participation.DESK, paper.scores(12))
                .company(inn(2), "Пример-002", "", Participation.DESK, paper.scores(5))
                .company(inn(3), "Пример-003", "", Participation.DESK, paper.scores(1));

        PdfText text = PdfText.of(pdf(paper.build()));

        assertThat(text.running())
                .contains("Классы рейтинга компаний доля, % A — «высший» — от 75 % 1 33,33 B — от 40,5 % 1 33,33"
                        + " Ниже всех классов 1 33,33");
        assertThat(lines(text, "Рейтинг компаний", "Очные участники")).contains(inn(2) + " B");
        assertThat(text.running()).contains("сравнить не с чем. Под показателем — класс рейтинга.");
    }

    @Test
    void comparesWithTheYearBefore() {
        Methodology methodology = TestMethodology.aMethodology().build();
        CommitteePaperBuilder paper = aPaper(methodology);
        paper.company(inn(1), "Пример-001", "", Participation.DESK, paper.scores(6))
                .past(inn(1), new PastRank(3, "48.00"))
                .lastYear(new CommitteePaper.LastYear(
                        2024,
                        new Summary(
                                percent("48.00"),
                                percent("50.00"),
                                percent("1.50"),
                                percent("0.00"),
                                percent("100.00")),
                        List.of(
                                new Mean(1, percent("5.00"), percent("8.0"), percent("62.50")),
                                new Mean(2, percent("1.00"), percent("4.0"), percent("25.00"))),
                        List.of(),
                        List.of()));

        PdfText text = PdfText.of(pdf(paper.build()));

        assertThat(text.running())
                .contains(
                        "Итог и удельный показатель баллы показатель, % к 2024 году, п. п. Среднее 6,00 50,00 +2,00 Медиана 6,00 50,00 0,00"
                                + " Разброс 0,00 0,00 −1,50 Наименьшее 6,00 50,00 +50,00 Наибольшее 6,00 50,00 −50,00")
                .contains("1. Раздел 1 6,00 из 8,0 75,00 +12,50 2. Раздел 2 0,00 из 4,0 0,00 −25,00")
                .contains("1 Пример-001 заочный 2,0 2,0 1,0 1,0 6,0 50,00 +2");
    }

    @Test
    void saysByWhichProtocolItWasApproved() {
        PdfText text = PdfText.of(
                pdf(aPaper().approved("№ 3", LocalDate.of(2026, 6, 15)).build()));

        assertThat(text.pages().get(0))
                .contains("Утверждено 15.06.2026: протокол № 3")
                .doesNotContain("не утверждён");
        assertThat(text.pages().get(2))
                .startsWith("Антикоррупционный рейтинг российского бизнеса по итогам 2025 года"
                        + " Утверждено 15.06.2026: протокол № 3");
    }

    @Test
    void listsTheDecisionsOfTheCommittee() {
        CommitteePaperBuilder paper = small(aPaper());
        paper.decided(new DecidedCompany(
                inn(2),
                "Пример-002",
                List.of(new DecidedCell(
                        new Decision(inn(2), 7, 5, 2, "Д1 п. 3.1", "Отчёт представлен до заседания", "№ 2", DECIDED),
                        0,
                        true)),
                List.of()));

        assertThat(PdfText.of(pdf(paper.build())).running())
                .doesNotContain("Решений комитета нет.")
                .doesNotContain("Отозваны")
                .contains("Пример-002 критерий 7, 0,0 → 1,0 Отчёт представлен до заседания № 2 от 01.06.2026 " + inn(2)
                        + " столбец 5 Д1 п. 3.1");
    }

    @Test
    void listsWhatWasSupersededAndDecisionsOnClasses() {
        CommitteePaperBuilder paper = small(aPaper());
        Decision first = new Decision(inn(2), 7, 5, 2, "", "Принято", "№ 2", DECIDED);
        Decision second = new Decision(inn(2), 7, 5, 1, "", "Уточнено", "№ 3 от 01.06.2026", DECIDED);
        paper.decided(new DecidedCompany(
                inn(2),
                "",
                List.of(new DecidedCell(first, DecidedCell.UNKNOWN, false), new DecidedCell(second, 2, true)),
                List.of(
                        new ClassDecision(inn(2), "A", "Решено", "№ 2", DECIDED),
                        new ClassDecision(inn(2), "", "Отменено", "№ 3", DECIDED))));

        assertThat(PdfText.of(pdf(paper.build())).running())
                .contains("— → 1,0 Принято № 2 от 01.06.2026")
                .contains("1,0 → 0,5 Уточнено № 3 от 01.06.2026")
                .doesNotContain("от 01.06.2026 от 01.06.2026")
                .contains("класс A Решено № 2 от 01.06.2026")
                .contains("класс по шкале Отменено № 3 от 01.06.2026")
                .containsOnlyOnce("Без наименования в реестре класс A")
                .contains("заменено более");
    }

    @Test
    void listsTheWithdrawnCompaniesWithTheReason() {
        String text = PdfText.of(pdf(small(aPaper())
                        .withdrawn(inn(9), "Пример-009", "Ликвидирована")
                        .build()))
                .running();

        assertThat(text)
                .contains("Отозваны Компании, которые комитет вывел из рейтинга, и причины. Компания Основание"
                        + " Пример-009 Ликвидирована ИНН " + inn(9));
    }

    @Test
    void isPrintedAnewOnlyWhenSomethingPrintedHasChanged() {
        CommitteePapers papers = new CommitteePapers(RUSSIAN_PAPERS);
        String fingerprint = papers.fingerprint(small(aPaper()).build());

        assertThat(papers.fingerprint(small(aPaper()).revision(8).build())).isEqualTo(fingerprint);
        List<String> others = new ArrayList<>(List.of(
                papers.fingerprint(
                        small(aPaper()).notHandedIn(inn(8), "Пример-008").build()),
                papers.fingerprint(
                        small(aPaper()).rejected(inn(8), "Пример-008", ERROR).build()),
                papers.fingerprint(small(aPaper()).ofNoCompany(ERROR).build()),
                papers.fingerprint(
                        small(aPaper()).past(inn(3), new PastRank(9, "")).build()),
                papers.fingerprint(
                        small(aPaper()).approved("1", LocalDate.of(2026, 6, 15)).build()),
                new CommitteePapers(Papers.of(Locale.ENGLISH, null))
                        .fingerprint(small(aPaper()).build())));
        others.add(fingerprint);
        assertThat(others).doesNotHaveDuplicates().allMatch(each -> each.matches("[0-9a-f]{64}"));
    }

    @Test
    void refusesCountsThatDisagreeWithTheRanking() {
        CommitteePaper paper = small(aPaper()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommitteePaper(
                        paper.cycle(),
                        paper.methodology(),
                        new Counts(3, 3, 3, 0, 0, 3),
                        paper.statistics(),
                        null,
                        paper.ranking(),
                        paper.findings(),
                        DecisionList.NONE,
                        RatingFacts.NONE))
                .withMessage("Ranked are 4 companies; the counts say 3, the statistics 4");
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text);
    }

    private static String comma(String number) {
        return number.replace('.', ',');
    }

    private static String unspaced(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static int page(PdfText text, String heading) {
        return text.bookmarks().stream()
                .filter(bookmark -> bookmark.startsWith(heading + ": "))
                .mapToInt(bookmark -> Integer.parseInt(bookmark.substring(heading.length() + 2)))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the lines from one heading's page to before another's} */
    private static List<String> lines(PdfText text, String from, String to) {
        return text.pages().subList(page(text, from) - 1, page(text, to) - 1).stream()
                .flatMap(page -> Arrays.stream(page.split("\n")))
                .toList();
    }

    private static byte[] pdf(CommitteePaper paper) {
        return pdf(RUSSIAN_PAPERS, paper);
    }

    private static byte[] pdf(Papers papers, CommitteePaper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CommitteePapers(papers).print(paper, out);
        return out.toByteArray();
    }
}
