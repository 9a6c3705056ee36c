package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.submission.CheckerTest.Given.DOCUMENT;
import static org.mera.submission.CheckerTest.Given.DOCUMENTS;
import static org.mera.submission.CheckerTest.Given.INN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.DocumentKind;
import org.mera.submission.CheckerTest.Given;

/** Every fault of a source document, and what comes near it without being one. The Table cites Д1. */
class DocumentProblemsTest {

    @Test
    void refusesTwoDocumentsUnderOneCode() {
        check(DOCUMENT, DOCUMENT.replace("Политика", "Кодекс").replace("Д1", "д1"))
                .places("d.csv:3 /document error duplicate-document «д1»")
                .english(
                        "the code «д1» already belongs to another document (d.csv, line 2); give each document a code of its own")
                .russian(
                        "код «д1» уже принадлежит другому документу (d.csv, строка 2); дайте каждому документу свой код");
    }

    @Test
    void warnsOfTwoDocumentsUnderACodeThatNobodyCites() {
        String other = DOCUMENT.replace("Д1", "Д2");

        check(DOCUMENT, other, other.replace("Политика", "Кодекс"))
                .places("d.csv:4 /document warning duplicate-document «Д2»");
    }

    @Test
    void takesARepeatOfEqualMeaningForTheSame() {
        Submission submission = submission(
                DOCUMENT,
                INN + ";company;Д1;ЛНА;политика;12;2025-02-01;Совет;-;2025",
                INN + ";компания;д1;лна;Политика;12;01.02.2025;Совет;нет;");

        Said.by(submission).places();
        assertThat(submission.documents()).hasSize(1);
    }

    @Test
    void takesEqualCodesInTwoListsForTwoDocuments() {
        check(DOCUMENT, DOCUMENT.replace(";;Д1", ";expert;Д1").replace("Политика", "Кодекс"))
                .places();
    }

    @Test
    void warnsOfACodeThatIsNone() {
        check(DOCUMENT, DOCUMENT.replace("Д1", "Политика1"), DOCUMENT.replace("Д1", ""))
                .places("d.csv:3 /document warning bad-code «Политика1»", "d.csv:4 /document warning bad-code «»")
                .english(
                        "«Политика1» is not the code of a document; use one to four letters and digits, for example «Д1» or «ЛНА-12»",
                        "the code of the document is missing; use one to four letters and digits, for example «Д1» or «ЛНА-12»")
                .russian(
                        "«Политика1» не код документа; нужны от одной до четырёх букв и цифры, например «Д1» или «ЛНА-12»",
                        "не указан код документа; нужны от одной до четырёх букв и цифры, например «Д1» или «ЛНА-12»");
    }

    @Test
    void warnsOfAnUnknownAssessorAndLeavesTheErrorToTheCell() {
        String unknown = DOCUMENT.replace(";;Д1", ";совет;Д1");

        check(unknown, unknown.replace("Д1", "Д2"))
                .places(
                        "d.csv:2 /assessor warning unknown-assessor «совет»",
                        "t.csv:8 7/3 error unknown-document «Д1»");
    }

    @Test
    void readsWhatAWordProcessorMadeOfSpacesAndHyphens() {
        check(INN + ";;Д1;реестр\u00a0 рисков;Реестр;;2025\u201101\u201102;Совет;;")
                .places();
        check(INN + ";;Д1;local\u2011act;Политика;1;01.02.2025;Совет;;").places();
        check(DOCUMENT.replace("Политика", "План\u00a0– 1"), DOCUMENT.replace("Политика", "план - 1"))
                .places();
    }

    @Test
    void refusesAnUnknownKind() {
        check(DOCUMENT.replace("local-act", "письмо")).places("d.csv:2 /kind error unknown-kind «письмо»");
        check(DOCUMENT.replace("local-act", "")).places("d.csv:2 /kind error unknown-kind «»");
        check(DOCUMENT.replace("local-act", "Приказ")).places();
    }

    @Test
    void namesEveryKindToWhoeverWroteAnUnknownOne() {
        for (String variant : List.of("", "blank")) {
            Problem unknown = Problem.of(ProblemCode.UNKNOWN_KIND, "d.csv", 2)
                    .withValue("письмо")
                    .withVariant(variant);
            for (DocumentKind kind : DocumentKind.values()) {
                assertThat(unknown.message(Locale.ENGLISH)).contains(kind.word());
                assertThat(unknown.message(Locale.forLanguageTag("ru"))).contains(kind.russian());
            }
        }
    }

    @Test
    void asksForEachRequisiteOfTheKind() {
        check(INN + ";;Д1;order;;нет;-;;;")
                .places(
                        "d.csv:2 /date error incomplete-requisites «-»",
                        "d.csv:2 /issuer error incomplete-requisites «»",
                        "d.csv:2 /number error incomplete-requisites «нет»",
                        "d.csv:2 /title error incomplete-requisites «»")
                .english(
                        "the document «Д1» of kind «order» lacks the requisite «date»; fill it in",
                        "the document «Д1» of kind «order» lacks the requisite «issuer»; fill it in",
                        "the document «Д1» of kind «order» lacks the requisite «number»; fill it in",
                        "the document «Д1» has no title; fill it in")
                .russian(
                        "у документа «Д1» вида «приказ» не указан реквизит «дата»; впишите его",
                        "у документа «Д1» вида «приказ» не указан реквизит «кем принят»; впишите его",
                        "у документа «Д1» вида «приказ» не указан реквизит «номер»; впишите его",
                        "у документа «Д1» не указано название; впишите его");
    }

    @Test
    void hasWordsForEveryKindAndRequisite() {
        for (DocumentKind kind : DocumentKind.values()) {
            for (DocumentKind.Requisite requisite : DocumentKind.Requisite.values()) {
                Problem problem = Problem.of(ProblemCode.INCOMPLETE_REQUISITES, "d.csv", 2)
                        .withDetails("Д1", "@kind." + kind.word(), "@requisite." + requisite.field());
                assertThat(problem.message(Locale.ENGLISH))
                        .contains(kind.word())
                        .doesNotContain("@");
                assertThat(problem.message(Locale.forLanguageTag("ru")))
                        .contains(kind.russian().get(0))
                        .doesNotContain("@");
            }
        }
    }

    @Test
    void asksOnlyForTheRequisitesOfTheKind() {
        check(INN + ";;Д1;план;План;;01.02.2025;Совет;;").places();
        check(INN + ";;Д1;публикация;Новость;;02.2025;;https://example.org/1;").places();
        check(INN + ";;Д1;local-act;Политика;б/н;01.02.2025;Совет;;").places();
        check(INN + ";;Д1;annual-report;Отчёт;;2025;Совет;;").places("d.csv:2 /year error incomplete-requisites «»");
        check(INN + ";;Д1;публикация;Новость;;02.2025;;;").places("d.csv:2 /url error incomplete-requisites «»");
    }

    @Test
    void refusesADateThatCannotBeRead() {
        check(DOCUMENT.replace("01.02.2025", "1.2.2025"))
                .places("d.csv:2 /date error bad-date «1.2.2025»")
                .english("the date «1.2.2025» cannot be read; write it like 31.12.2025 or 2025-12-31")
                .russian("дата «1.2.2025» не читается; напишите её как 31.12.2025 или 2025-12-31");
        check(report("2025 г.", ""))
                .places("d.csv:2 /date error bad-date «2025 г.»")
                .english(
                        "the date «2025 г.» cannot be read; write it like 31.12.2025 or 2025-12-31 or, where only its month or "
                                + "year is known, like 05.2026 or 2025")
                .russian(
                        "дата «2025 г.» не читается; напишите её как 31.12.2025 или 2025-12-31, а если известен лишь месяц или "
                                + "год, как 05.2026 или 2025");
        check(DOCUMENT.replace("01.02.2025", "30.02.2025"))
                .places("d.csv:2 /date error bad-date «30.02.2025»")
                .english("there is no date «30.02.2025» in the calendar; correct it")
                .russian("даты «30.02.2025» нет в календаре; исправьте её");
    }

    @Test
    void takesAMonthOrYearForADateOnlyWhereTheKindAllowsIt() {
        check(report("05.2025", "")).places();
        check(report("2025", "2024-2025")).places();
        check(DOCUMENT.replace("01.02.2025", "02.2025"))
                .places("d.csv:2 /date error bad-date «02.2025»")
                .english(
                        "the date «02.2025» is not enough for a document of kind «local-act»; write it with day and month, like "
                                + "31.12.2025")
                .russian(
                        "дата «02.2025» неполна для документа вида «ЛНА»; напишите её с числом и месяцем, как 31.12.2025");
    }

    @Test
    void refusesAReportedYearThatCannotBeRead() {
        check(report("2025", "2025 г."))
                .places("d.csv:2 /year error bad-date «2025 г.»")
                .english("the reported year «2025 г.» cannot be read; write 2025, 2024-2026 or 2024, 2026")
                .russian("отчётный год «2025 г.» не читается; напишите 2025, 2024-2026 или 2024, 2026");
    }

    @Test
    void refusesADateAfterTheCutoff() {
        check(DOCUMENT.replace("01.02.2025", "01.04.2026")).places("t.csv:8 7/3 warning after-rated-year «Д1 п. 3.1»");
        check(report("04.2026", "2025")).places();
        check(report("05.2026", "2025")).places("d.csv:2 /date error date-after-cutoff «05.2026»");
    }

    @Test
    void warnsOfWhatASpreadsheetDamaged() {
        check(
                        DOCUMENT.replace(";12;", ";15.мар;"),
                        DOCUMENT.replace("Д1", "мар.15"),
                        DOCUMENT.replace("Д1", "Д2").replace(";12;", ";7,7E+11;"))
                .places(
                        "d.csv:2 /number warning spreadsheet-damaged «15.мар»",
                        "d.csv:3 /document warning spreadsheet-damaged «мар.15»",
                        "d.csv:4 /number warning spreadsheet-damaged «7,7E+11»")
                .english(
                        "«15.мар» looks like a text that a spreadsheet took for a date; make the column's format text and type the "
                                + "value again",
                        "«мар.15» looks like a text that a spreadsheet took for a date; make the column's format text and type the "
                                + "value again",
                        "«7,7E+11» looks like a number that a spreadsheet has shortened; make the column's format text and type the "
                                + "value again")
                .russian(
                        "«15.мар» похоже на текст, который электронная таблица приняла за дату; сделайте формат столбца текстовым и "
                                + "введите значение заново",
                        "«мар.15» похоже на текст, который электронная таблица приняла за дату; сделайте формат столбца текстовым и "
                                + "введите значение заново",
                        "«7,7E+11» похоже на номер, который электронная таблица сократила; сделайте формат столбца текстовым и "
                                + "введите значение заново");
        check(DOCUMENT, DOCUMENT.replace("Д1", "МАР-15")).places();
    }

    @Test
    void leavesADocumentWithTheWrongFieldsUncheckedButKnown() {
        check(DOCUMENT + ";x").places("d.csv:2 / error wrong-field-count «11»");
        check(INN + ";;Д1;local-act;Политика").places("d.csv:2 / error wrong-field-count «5»");
        check(DOCUMENT, DOCUMENT.replace("Д1", "Д2") + ";x").places("d.csv:3 / warning wrong-field-count «11»");
    }

    @Test
    void takesARecordThatIsShortOfWhatItsKindDoesNotNeed() {
        check(INN + ";;Д1;local-act;Политика;12;01.02.2025;Совет").places();
        check(DOCUMENT + ";;;").places();
    }

    @Test
    void prefersAReadableLineOfADocumentToABrokenOne() {
        Submission submission = submission(DOCUMENT + ";x", DOCUMENT);

        Said.by(submission).places("d.csv:2 / error wrong-field-count «11»");
        assertThat(submission.documents()).extracting(SourceDocument::record).containsExactly(3);
    }

    private static String report(String date, String year) {
        return INN + ";;Д1;report;Отчёт;;" + date + ";Совет;;" + year;
    }

    private static Said check(String... documents) {
        return Said.by(submission(documents));
    }

    private static Submission submission(String... documents) {
        List<String> lines = new ArrayList<>(List.of(DOCUMENTS));
        lines.addAll(List.of(documents));
        return Given.check(TestInbox.of(INN)
                .table("t.csv", Given.sound().lines())
                .documents("d.csv", lines.toArray(String[]::new)));
    }
}
