package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.export.Golden;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.mera.submission.Assessor;

class CompanyPapersTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 1);

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Methodology RATING = Methodologies.bundled("anti-corruption-rating");
    private static final Methodology PARKS =
            Methodologies.load(Path.of("src/test/resources/methodology/city-parks.yaml"));

    @Test
    void printsEverythingThatIsKnownOfACompany() {
        byte[] pdf = usual().print(RUSSIAN);

        PdfText text = PdfText.of(pdf);
        Golden.assertWrites("company-report.txt", out -> out.write(text.dump().getBytes(StandardCharsets.UTF_8)));
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(text.fonts()).containsExactlyInAnyOrder("PTSans-Regular", "PTSans-Bold", "PTSans-Italic");
        assertThat(List.of(text.title(), text.author(), text.language()))
                .containsExactly(
                        "Пример-017. Антикоррупционный рейтинг российского бизнеса по итогам 2025 года",
                        "Рейтинговый комитет",
                        "ru");
    }

    @Test
    void printsEveryScoreAndEverySum() {
        CompanyPaper paper = usual().paper(RUSSIAN);
        String text = PdfText.of(usual().print(RUSSIAN)).text();

        assertThat(paper.lines()).hasSize(50).allSatisfy(line -> assertThat(text)
                .containsPattern("(?m)^" + line.criterion() + " .* "
                        + IntStream.of(line.scores())
                                .mapToObj(CompanyPapersTest::points)
                                .collect(Collectors.joining(" "))
                        + " " + points(line.sum()) + "$"));
        int[] sums = paper.ranked().standing().columnSums();
        int total = paper.ranked().standing().total();
        assertThat(IntStream.of(sums).sum()).isEqualTo(total);
        assertThat(text)
                .contains("Максимальный суммарный показатель Рейтинга 50,0 50,0 50,0 50,0 200,0\n"
                        + "Фактический суммарный показатель: C = C3 + C4 + C5 + C6 "
                        + IntStream.of(sums).mapToObj(CompanyPapersTest::points).collect(Collectors.joining(" "))
                        + " " + points(total));
        assertThat(text).contains("C / Cмакс · 100 % = 86,5 / 200,0 · 100 %").contains("43,25 %");
    }

    /** However much stands above them: the totals bring the end of the last criterion along, and their page has heads and a number. */
    @Test
    void neverLeavesTheTotalsAloneOnAPage() {
        for (int words = 0; words <= 900; words += 90) {
            PdfText text = PdfText.of(new InventedCompany(RATING)
                    .scoreAll(1, "—")
                    .note(50, 0, words("довод", 40))
                    .note(50, 3, words("слово", words + 40))
                    .print(RUSSIAN));

            assertThat(text.pages().stream().filter(page -> page.contains("Максимальный суммарный показатель")))
                    .singleElement()
                    .asString()
                    .as("after %s words", words)
                    .containsPattern("(?s)Критерий \\(кратко\\).*\\n50 .*слово.*Максимальный.*стр\\. \\d+ из");
        }
    }

    /** The Table's rule 2, and a note and a free text beside a 0 between them. */
    @Test
    void namesTheRequisitesOfADocumentWhereItIsCitedFirst() {
        String table = running(new InventedCompany(RATING)
                .document("Д1", "ЛНА", "Политика", "420-АК", "2021-03-15", "Совет директоров", "", "")
                .document("Д2", "публикация", "Сайт", "—", "20.01.2026", "нет", "https://example.org/a", "2025")
                .document("Д3", "отчёт", "Отчёт", "б/н", "05.2026", "Правление", "", "")
                .score(1, 0, 0, "Д1 не относится к делу")
                .score(1, 1, 1, "см. также:\nД1 п. 3.1; п. 3.2; д1 разд. 4; Д2")
                .score(1, 2, 2, "Д2; Д1")
                .note(1, 2, "сроки указаны")
                .score(2, 0, 1, "Д3 с. 84–91, Д1 целиком"));

        assertThat(table)
                .contains("3 · Принципы: 0,0 Д1 не относится к делу "
                        + "4 · Процедуры: 0,5 см. также: "
                        + "Политика [Д1], № 420-АК от 15.03.2021, Совет директоров, п. 3.1; п. 3.2; разд. 4 "
                        + "Сайт [Д2], от 20.01.2026, за 2025, https://example.org/a "
                        + "5 · Измерение: 1,0 Сайт [Д2] Политика [Д1] Пояснение: сроки указаны")
                .contains("3 · Принципы: 0,5 Отчёт [Д3], б/н от 05.2026, Правление, с. 84–91 Политика [Д1], целиком")
                .contains("Д1 Политика 4 № 420-АК от 15.03.2021, Совет директоров ЛНА · из перечня эксперта")
                .contains("Д2 Сайт 2 от 20.01.2026, за 2025, https://example.org/a публикация · из перечня эксперта");
    }

    @Test
    void looksACodeUpInTheExpertsListFirst() {
        String table = running(new InventedCompany(RATING)
                .document(Assessor.COMPANY, "Д1", "ЛНА", "Чужая политика", "1", "01.01.2024", "Правление", "", "")
                .document(Assessor.EXPERT, "Д1", "ЛНА", "Политика", "2", "02.01.2024", "Правление", "", "")
                .document(Assessor.COMPANY, "Д2", "ЛНА", "Кодекс", "3", "03.01.2024", "Правление", "", "")
                .score(1, 0, 1, "Д1; Д2"));

        assertThat(table)
                .contains("Политика [Д1], № 2 от 02.01.2024, Правление Кодекс [Д2], № 3 от 03.01.2024, Правление")
                .contains("Д1 Политика 1 № 2 от 02.01.2024, Правление ЛНА · из перечня эксперта "
                        + "Д1 Чужая политика 0 № 1 от 01.01.2024, Правление ЛНА · из перечня компании "
                        + "Д2 Кодекс 1 № 3 от 03.01.2024, Правление ЛНА · из перечня компании");
    }

    @Test
    void printsLongNamesAndLongEvidenceToTheirEnd() {
        String name = "Общество «Пример-018» \"<b>&amp;\" " + words("имя", 22) + "я".repeat(14);
        String evidence = words("слово", 330);
        assertThat(name).hasSizeBetween(195, 205);
        assertThat(evidence).hasSizeBetween(2900, 3100);
        InventedCompany company = new InventedCompany(RATING)
                .named(name)
                .document("Д1", "ЛНА", "Политика", "1", "01.01.2024", "Правление", "", "");
        for (int column = 0; column < 4; column++) {
            company.score(7, column, 1, "Д1 " + evidence).note(7, column, words("довод", 330));
        }

        byte[] pdf = company.print(RUSSIAN);

        PdfText text = PdfText.of(pdf);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(text.title()).startsWith(name + ". ");
        String firstPage = text.pages().get(0).replaceAll("\\s+", "");
        assertThat(firstPage.split(Pattern.quote(name.replaceAll("\\s+", "")), -1))
                .hasSize(3);
        for (String word : List.of("слово", "довод")) {
            assertThat(Pattern.compile(word + "([0-9]{3})")
                            .matcher(text.text())
                            .results()
                            .map(hit -> hit.group(1)))
                    .containsExactlyElementsOf(IntStream.range(0, 4 * 330)
                            .mapToObj(i -> String.format(Locale.ROOT, "%03d", i % 330))
                            .toList());
        }
    }

    @Test
    void printsACompanyThatStandsAloneWithoutAnyEvidence() {
        byte[] pdf = new InventedCompany(RATING).expert("").print(RUSSIAN);

        PdfText text = PdfText.of(pdf);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(text.running())
                .contains("0,00 % 0,0 1 медиана 0,00 % из 200,0; медиана 0,0 из 1 ")
                .contains("Среди участников очного рейтинга: место 1 из 1 ")
                .contains("В отрасли «Энергетика»: место 1 из 1 ")
                .contains("Оценил эксперт (имя или код не указаны)")
                .contains("Сильнейшие критерии Ни одна оценка не выше нуля.")
                .contains("Документы Документов не представлено.")
                .contains("Самооценка компании Компания себя не оценивала.")
                .contains("Решения комитета Решений комитета нет.")
                .doesNotContain("· Принципы:");
    }

    @Test
    void saysThatAPlaceIsShared() {
        InventedCompany company = new InventedCompany(RATING).scoreAll(1, "");
        for (int i = 1; i <= 4; i++) {
            company.other(
                    InventedCompany.rival(
                            i, i < 3 ? "ЭНЕРГЕТИКА" : "", i < 4 ? Participation.ON_SITE : Participation.DESK),
                    i == 1 ? 2 : 1);
        }

        assertThat(running(company))
                .contains("50,00 % 100,0 2 медиана 50,00 % из 200,0; медиана 100,0 из 5; на этом месте компаний: 4 ")
                .contains("Среди участников очного рейтинга: место 2 из 4; на этом месте компаний: 3 ")
                .contains("В отрасли «Энергетика»: место 2 из 3; на этом месте компаний: 2 ");
    }

    @Test
    void measuresAgainstAMedianBetweenTwoCompanies() {
        assertThat(running(new InventedCompany(RATING)
                        .scoreAll(2, "")
                        .other(InventedCompany.rival(1, "", Participation.DESK), 1)))
                .contains("100,00 % 200,0 1 медиана 75,00 % из 200,0; медиана 150,0 из 2 ")
                .contains("3 Принципы 50,0 из 50,0 · 100,00 % 75,00 %")
                .contains("Столько же баллов (4,0) и у других критериев; их число — 40.")
                .contains("Критерии с оценками ниже 1,0 Таких критериев нет: все оценки наивысшие.");
    }

    @Test
    void saysWhichDirectionsAreConfirmedOrDoNotApply() {
        assertThat(running(new InventedCompany(PARKS)
                        .score(1, 0, 1, "")
                        .directions(1, "а; н/п: б")
                        .score(2, 0, 3, "")))
                .contains("1 Деревья и газоны 1,0 0,0 1,0 Подтверждены: а) деревья здоровы"
                        + " Неприменимы: б) газоны ухожены 2 Водоёмы")
                .contains("полный текст: Таблица, критерий 1 Подтверждены: а; Неприменимы: б ");
        assertThat(running(new InventedCompany(PARKS).directions(1, "b")))
                .contains("Подтверждены: б) газоны ухожены Не подтверждены: а) деревья здоровы");
        assertThat(running(new InventedCompany(PARKS)))
                .contains("Направления (отметок в Таблице нет): а) деревья здоровы; б) газоны ухожены");
    }

    @Test
    void printsAnotherMethodologyWithItsColumnsScaleAndCodes() {
        byte[] pdf = new InventedCompany(PARKS)
                .of(new Company("Парк № 5/2", "Сад «Пример-001»", "", "", Participation.DESK))
                .score(1, 0, 3, "осмотр 1 мая")
                .score(1, 1, 2, "")
                .score(3, 1, 1, "")
                .print(RUSSIAN);

        PdfText text = PdfText.of(pdf);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(text.running())
                .contains("Код Парк № 5/2 · заочный рейтинг")
                .contains("33,33 % 6,0 1 медиана 33,33 % из 18,0; медиана 6,0 из 1 ")
                .contains("Класс рейтинга: C")
                .contains("1 2 3 № п/п Критерий (кратко) Состояние Уход Сумма")
                .contains("1 Деревья и газоны 3,0 2,0 5,0 полный текст: Таблица, критерий 1"
                        + " 1 · Состояние: 3,0 осмотр 1 мая")
                .contains("Максимальный суммарный показатель Рейтинга 9,0 9,0 18,0"
                        + " Фактический суммарный показатель: C = C1 + C2 3,0 3,0 6,0");
    }

    @Test
    void printsInEnglish() {
        byte[] pdf = usual().print(Locale.ENGLISH);

        PdfText text = PdfText.of(pdf);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(text.language()).isEqualTo("en");
        assertThat(text.title()).isEqualTo("Пример-017. Anti-Corruption Rating of Russian Business, results of 2025");
        assertThat(text.running())
                .contains("43.25 % 86.5 7 median 50.00 % of 200.0; median 100.0 of 10 ")
                .contains("In the on-site rating: rank 7 of 7 ")
                .contains("Антикоррупционная политика [Д1], No. 420-АК of 15.03.2021, Совет директоров, п. 1")
                .contains("C / Cmax · 100 % = 86.5 / 200.0 · 100 %")
                .contains("No decisions of the committee.")
                .contains("page 1 of " + text.pages().size());
    }

    @Test
    void comparesWithLastYear() {
        UnaryOperator<InventedCompany> second =
                company -> company.scoreAll(1, "").other(InventedCompany.rival(1, "", Participation.DESK), 2);

        assertThat(running(second.apply(new InventedCompany(RATING)).lastYear(new PastRank(5, "41.5"))))
                .contains("Место: было 5, стало 2 (+3). Удельный")
                .contains("показатель год назад: 41,50 %.");
        assertThat(running(second.apply(new InventedCompany(RATING)).lastYear(new PastRank(1, ""))))
                .contains("Место: было 1, стало 2 (−1).");
    }

    @Test
    void marksWhereTheCompanyScoredItselfOtherwise() {
        int[][] own = new int[3][2];
        own[0] = new int[] {3, 2};
        own[1] = new int[] {0, 1};

        assertThat(running(new InventedCompany(PARKS)
                        .score(1, 0, 3, "")
                        .score(2, 0, 2, "")
                        .own(own)))
                .contains("1 Деревья и газоны 3,0 0,0 3,0 2,0 +2,0 ")
                .contains("2 Водоёмы 2,0 0,0 0,0 1,0 −1,0 ")
                .contains("Сумма 5,0 0,0 3,0 3,0 +1,0 ");
        assertThat(running(new InventedCompany(PARKS).ownFaulty()))
                .contains("Самооценка компании содержит ошибки и не приводится.");
    }

    @Test
    void printsDecisionsAndTheApproval() {
        CompanyPaper decided = new InventedCompany(RATING)
                .document("Д1", "local-act", "Положение-17", "17", "15.03.2024", "Правление", "", "")
                .score(7, 1, 1, "Д1 п. 1")
                .note(7, 1, "сверено")
                .own(new int[50][4])
                .decided(Decisions.of(
                        List.of(
                                decision(7, 4, 0, "", "снято", "2-К"),
                                decision(7, 4, 2, "Д9 п. 1", "проверено на месте", "3-К"),
                                decision(8, 6, 1, "", "видно на сайте", "3-К")),
                        List.of(
                                new ClassDecision(InventedCompany.INN, "A", "за открытость", "2-К", DECIDED),
                                new ClassDecision(InventedCompany.INN, "", "пересмотрено", "3-К", DECIDED)),
                        Map.of()))
                .paper(RUSSIAN, 7, new PaperCycle.Approval("4-К", LocalDate.of(2026, 6, 15)));

        assertThat(PdfText.of(print(decided, OfficialTexts.NONE)).running())
                .contains("Утверждено: протокол 4-К от 15.06.2026")
                .contains("4 · Процедуры: 1,0 Положение-17 [Д1], № 17 от 15.03.2024, Правление, п. 1"
                        + " Пояснение: сверено Решение комитета: 0,5 → 1,0, протокол 3-К")
                .contains("6 · Раскрытие: 0,5 Решение комитета: 0,0 → 0,5, протокол 3-К")
                .contains("Оценки Эксперт Э-04, файл table.csv: сумма 0,5; засчитывается"
                        + " Сама компания, файл table.csv: сумма 0,0; хранится, не засчитывается"
                        + " Решений комитета поверх оценок эксперта: 2; засчитанная сумма: 1,5")
                .contains("Сумма 0,0 0,5 0,0 0,0 0,0 0,0 0,0 0,0 −0,5")
                .contains("Решения комитета Критерий 7, столбец 4: было 0,5, стало 0,0"
                        + " снято Протокол 2-К от 01.06.2026 Действует более позднее решение."
                        + " Критерий 7, столбец 4: было 0,0, стало 1,0 Свидетельства: Д9 п. 1"
                        + " проверено на месте Протокол 3-К от 01.06.2026"
                        + " Критерий 8, столбец 6: было 0,0, стало 0,5 видно на сайте Протокол 3-К от 01.06.2026"
                        + " Класс: A за открытость Протокол 2-К от 01.06.2026 Действует более позднее решение."
                        + " Класс: снова по шкале пересмотрено Протокол 3-К от 01.06.2026");
    }

    private static Decision decision(
            int criterion, int column, int score, String evidence, String reason, String protocol) {
        return new Decision(InventedCompany.INN, criterion, column, score, evidence, reason, protocol, DECIDED);
    }

    @Test
    void printsOfficialTextsInPlaceOfTheReference(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("texts.csv");
        Files.writeString(
                file, "Номер;Текст\n2;\"Официальный текст;\nвторого критерия\"\n", Charset.forName("windows-1251"));

        String text = PdfText.of(print(new InventedCompany(RATING).paper(RUSSIAN), OfficialTexts.read(file, 50)))
                .running();

        assertThat(text)
                .contains("Официальный текст; второго критерия")
                .contains("полный текст: Таблица, критерий 1 ")
                .doesNotContain("полный текст: Таблица, критерий 2 ");
    }

    @Test
    void namesTheLineOfAnOfficialTextThatHasNoCriterion(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("texts.csv");
        Files.writeString(file, "1;Первый\n51;Лишний\n");

        assertThatThrownBy(() -> OfficialTexts.read(file, 50))
                .isInstanceOf(PaperException.class)
                .hasMessage(file + ":2: there is no criterion «51»; write a number from 1 to 50");
    }

    @Test
    void knowsAReportByWhatItPrintsButTheRevision() {
        Papers papers = Papers.of(RUSSIAN, null);
        CompanyPapers reports = new CompanyPapers(papers, RATING, OfficialTexts.NONE);
        String known = reports.fingerprint(usual().paper(RUSSIAN));

        assertThat(reports.fingerprint(usual().paper(RUSSIAN, 8, null))).isEqualTo(known);
        assertThat(List.of(
                        reports.fingerprint(usual().note(9, 0, "нов").paper(RUSSIAN)),
                        reports.fingerprint(usual().expert("Э-05").paper(RUSSIAN)),
                        reports.fingerprint(usual().other(InventedCompany.rival(10, "", Participation.DESK), 0)
                                .paper(RUSSIAN)),
                        reports.fingerprint(usual().paper(RUSSIAN, 7, new PaperCycle.Approval("1", LocalDate.EPOCH))),
                        new CompanyPapers(papers, RATING, new OfficialTexts(java.util.Map.of(1, "Текст")))
                                .fingerprint(usual().paper(RUSSIAN)),
                        new CompanyPapers(Papers.of(Locale.ENGLISH, null), RATING, OfficialTexts.NONE)
                                .fingerprint(usual().paper(RUSSIAN))))
                .doesNotHaveDuplicates()
                .doesNotContain(known);
    }

    private static String running(InventedCompany company) {
        return PdfText.of(company.print(RUSSIAN)).running();
    }

    private static byte[] print(CompanyPaper paper, OfficialTexts texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompanyPapers(Papers.of(RUSSIAN, null), RATING, texts).print(paper, out);
        return out.toByteArray();
    }

    private static String points(int units) {
        return units / 2 + (units % 2 == 0 ? ",0" : ",5");
    }

    private static String words(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%s%03d", word, i))
                .collect(Collectors.joining(" "));
    }

    /** Scored throughout by a simple rule, as an expert might do it. */
    static InventedCompany usual() {
        InventedCompany company = new InventedCompany(RATING)
                .document("Д1", "ЛНА", "Антикоррупционная политика", "420-АК", "15.03.2021", "Совет директоров", "", "")
                .document(
                        "Д2", "ЛНА", "Кодекс деловой этики; правила", "69-К", "2022-06-06", "Совет директоров", "", "")
                .document(
                        "Д3",
                        "решение",
                        "Протокол комитета по аудиту",
                        "94-СД",
                        "07.10.2025",
                        "Совет директоров",
                        "",
                        "")
                .document(
                        "Д4",
                        "годовой отчёт",
                        "Отчёт компании «Пример-017»",
                        "б/н",
                        "05.2026",
                        "Пример-017",
                        "",
                        "2025")
                .document(
                        "Д5", "публикация", "Сайт, «Комплаенс»", "", "20.01.2026", "", "https://example.org/c", "2025")
                .document(Assessor.COMPANY, "К1", "приказ", "О назначении", "17", "01.02.2024", "Директор", "", "");
        for (int criterion = 1; criterion <= 50; criterion++) {
            int rule = criterion * 7 % 11;
            cite(company, criterion, 0, rule % 3, "Д1 п. " + criterion + "; Д2 разд. " + rule);
            cite(company, criterion, 1, (rule + 1) % 3, "Д2 п. " + criterion + ".1, " + criterion + ".4");
            cite(company, criterion, 2, rule % 2, "Д3 п. 5; К1");
            cite(company, criterion, 3, (rule + 2) % 3, "Д4 с. 84–91; Д5");
            if (criterion % 5 == 0) {
                company.note(criterion, 1, "порядок описан подробно, сроки указаны")
                        .directions(criterion, "а, б; н/п: г");
            }
        }
        for (int i = 1; i <= 9; i++) {
            company.other(
                    InventedCompany.rival(
                            i,
                            i % 2 == 0 ? "энергетика" : "Связь",
                            i % 3 == 0 ? Participation.DESK : Participation.ON_SITE),
                    i % 3);
        }
        return company.own(ownScores());
    }

    private static void cite(InventedCompany company, int criterion, int column, int units, String cited) {
        company.score(criterion, column, units, units > 0 ? cited : column == 1 ? "упоминание без порядка" : "");
    }

    private static int[][] ownScores() {
        int[][] own = new int[50][4];
        for (int i = 0; i < 50; i++) {
            for (int column = 0; column < 4; column++) {
                own[i][column] = Math.min(2, (i * 7 + column) % 4);
            }
        }
        return own;
    }
}
