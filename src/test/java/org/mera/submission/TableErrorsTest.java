package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.submission.CheckerTest.Given.DOCUMENT;
import static org.mera.submission.CheckerTest.Given.DOCUMENTS;
import static org.mera.submission.CheckerTest.Given.INN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mera.csv.ProblemCode;
import org.mera.submission.CheckerTest.Given;

/** Every error of a Table's lines, and what comes near it without being one. */
class TableErrorsTest {

    private static final String SHORT = "inn;assessor;criterion;c3;c4;c5;c6";

    @Test
    void refusesAScoreOffTheScale() {
        check(TestTable.of(INN).with(7, "c5", "0,7").with(8, "c3", "-").with(9, "c4", "1,5"))
                .places(
                        "t.csv:8 7/5 error bad-score «0,7»",
                        "t.csv:9 8/3 error bad-score «-»",
                        "t.csv:10 9/4 error bad-score «1,5»")
                .english(
                        "score «0,7» is not on the scale; use 0, 0,5 or 1",
                        "score «-» is not on the scale; use 0, 0,5 or 1",
                        "score «1,5» is not on the scale; use 0, 0,5 or 1")
                .russian(
                        "оценка «0,7» не из шкалы; поставьте 0, 0,5 или 1",
                        "оценка «-» не из шкалы; поставьте 0, 0,5 или 1",
                        "оценка «1,5» не из шкалы; поставьте 0, 0,5 или 1");
    }

    @Test
    void takesAnyPlainDecimalOfEqualValue() {
        TestTable table = TestTable.of(INN)
                .scoring(1, 3, "0,50", "Д1")
                .scoring(1, 4, "1.0", "Д1 п. 1")
                .scoring(1, 5, "01", "Д1 п. 2")
                .with(1, "c6", "0,00")
                .with(1, "sum", "2,50");

        check(table).places();
        assertThat(Given.check(inbox(table))
                        .counting()
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .scores())
                .containsExactly(1, 2, 2, 0);
    }

    @Test
    void refusesABlankScore() {
        check(TestTable.of(INN).with(7, "c5", ""))
                .places("t.csv:8 7/5 error blank-score «»")
                .english("the score is missing; use 0, 0,5 or 1 (0 where nothing is confirmed)")
                .russian("оценка не поставлена; поставьте 0, 0,5 или 1 (0, если соответствие не подтверждено)");
    }

    @Test
    void refusesASumThatIsNotTheScores() {
        check(Given.sound().with(7, "sum", "1,5").with(8, "sum", "нет"))
                .places("t.csv:8 7/sum error sum-mismatch «1,5»", "t.csv:9 8/sum error sum-mismatch «нет»")
                .english(
                        "the sum «1,5» is not the sum of the line's scores (1); correct the sum or the scores",
                        "the sum «нет» is not the sum of the line's scores (0); correct the sum or the scores")
                .russian(
                        "сумма «1,5» не равна сумме оценок строки (1); исправьте сумму или оценки",
                        "сумма «нет» не равна сумме оценок строки (0); исправьте сумму или оценки");
    }

    @Test
    void comparesSumsOnlyWhereAllScoresAreSound() {
        check(TestTable.of(INN)
                        .with(7, "c3", "x")
                        .with(7, "sum", "9")
                        .with(8, "sum", "0,0")
                        .with(9, "sum", ""))
                .places("t.csv:8 7/3 error bad-score «x»");
    }

    @Test
    void asksForEvidenceOfEveryScoreAboveZero() {
        check(TestTable.of(INN)
                        .with(6, "c3_evidence", "не найдено, см. Д99; Д98")
                        .scoring(7, 3, "1", "")
                        .scoring(7, 4, "0,5", "—")
                        .scoring(7, 5, "0,5", "п3; беседа с Д1"))
                .places(
                        "t.csv:8 7/3 error missing-evidence «»",
                        "t.csv:8 7/4 error missing-evidence «—»",
                        "t.csv:8 7/5 error missing-evidence «п3; беседа с Д1»")
                .english(
                        "the score 1 cites no evidence; cite a document, for example «Д1 п. 3.1», or score 0",
                        "the score 0,5 cites no evidence; cite a document, for example «Д1 п. 3.1», or score 0",
                        "the text «п3; беседа с Д1» cites no document, and the score 0,5 needs one; begin with the document's "
                                + "code, for example «Д1 п. 3.1», or score 0")
                .russian(
                        "оценка 1 не подкреплена свидетельствами; сошлитесь на документ, например «Д1 п. 3.1», или поставьте 0",
                        "оценка 0,5 не подкреплена свидетельствами; сошлитесь на документ, например «Д1 п. 3.1», или поставьте 0",
                        "в тексте «п3; беседа с Д1» нет ссылки на документ, а оценка 0,5 её требует; начните с кода документа, "
                                + "например «Д1 п. 3.1», или поставьте 0");
    }

    @Test
    void namesEachUnknownDocumentOnceACell() {
        check(TestTable.of(INN).scoring(7, 3, "1", "Д1; Д9 п. 3; д9 п. 4; Д8").scoring(7, 4, "1", "Д9"))
                .places(
                        "t.csv:8 7/3 error unknown-document «Д8»",
                        "t.csv:8 7/3 error unknown-document «Д9»",
                        "t.csv:8 7/4 error unknown-document «Д9»")
                .english(
                        "the document «Д8» is in no list of documents; add it with its requisites or correct the code",
                        "the document «Д9» is in no list of documents; add it with its requisites or correct the code",
                        "the document «Д9» is in no list of documents; add it with its requisites or correct the code")
                .russian(
                        "документа «Д8» нет в перечне документов; внесите его с реквизитами или исправьте код",
                        "документа «Д9» нет в перечне документов; внесите его с реквизитами или исправьте код",
                        "документа «Д9» нет в перечне документов; внесите его с реквизитами или исправьте код");
    }

    @Test
    @Timeout(20)
    void namesEachOfSixtyThousandUnknownDocumentsOfACellInNoTime() {
        String evidence =
                IntStream.range(100_000, 160_000).mapToObj(i -> "Д" + i).collect(Collectors.joining(","));

        Submission submission = Given.check(TestInbox.of(INN)
                .table("t.csv", TestTable.of(INN).scoring(7, 3, "1", evidence).lines()));

        assertThat(submission.problems()).hasSize(60_000);
    }

    @Test
    void refusesDirectionsThatTheCriterionDoesNotHave() {
        check(TestTable.of(INN).with(7, "directions", "а, е; н/п: ж").with(8, "directions", "a, b; n/a: e"))
                .places(
                        "t.csv:8 7/directions error unknown-direction «е»",
                        "t.csv:8 7/directions error unknown-direction «ж»")
                .english(
                        "criterion 7 has no direction «е», it has 5; list the letters in the Table's order, for example "
                                + "«a, b; n/a: c», in one alphabet",
                        "criterion 7 has no direction «ж», it has 5; list the letters in the Table's order, for example "
                                + "«a, b; n/a: c», in one alphabet")
                .russian(
                        "направления «е» у критерия 7 нет, всего их 5; перечислите буквы в порядке Таблицы, например "
                                + "«а, б; н/п: в», одним алфавитом",
                        "направления «ж» у критерия 7 нет, всего их 5; перечислите буквы в порядке Таблицы, например "
                                + "«а, б; н/п: в», одним алфавитом");
    }

    @Test
    void saysThatACriterionHasNoDirectionsAtAll() {
        Checker checker =
                new Checker(TestMethodology.aMethodology().directions(0).build(), 2025, Given.CUTOFF);

        Said.by(checker.check(
                        inbox(TestTable.of(INN).with(7, "directions", "а")).build()))
                .places("t.csv:8 7/directions error unknown-direction «а»")
                .english("criterion 7 has no directions; remove «а»")
                .russian("у критерия 7 нет направлений; удалите «а»");
    }

    @Test
    void refusesACriterionThatIsNone() {
        List<String> lines = new ArrayList<>(TestTable.of(INN).lines());
        lines.add(TestTable.of(INN).with(1, "criterion", "51").lines().get(1));
        lines.add(TestTable.of(INN).with(1, "criterion", "0").lines().get(1));
        lines.add(TestTable.of(INN).with(1, "criterion", "").lines().get(1));
        lines.add(TestTable.of(INN).with(1, "criterion", "7а").lines().get(1));

        Said.by(Given.check(TestInbox.of(INN).table("t.csv", lines)))
                .places(
                        "t.csv:52 /criterion error unknown-criterion «51»",
                        "t.csv:53 /criterion error unknown-criterion «0»",
                        "t.csv:54 /criterion error unknown-criterion «»",
                        "t.csv:55 /criterion error unknown-criterion «7а»")
                .english(
                        "there is no criterion «51»; use a number from 1 to 50",
                        "there is no criterion «0»; use a number from 1 to 50",
                        "the number of the criterion is missing; use a number from 1 to 50",
                        "there is no criterion «7а»; use a number from 1 to 50")
                .russian(
                        "критерия «51» нет; укажите номер от 1 до 50",
                        "критерия «0» нет; укажите номер от 1 до 50",
                        "не указан номер критерия; укажите номер от 1 до 50",
                        "критерия «7а» нет; укажите номер от 1 до 50");
    }

    @Test
    void takesACriterionAsAPlainDecimal() {
        check(TestTable.of(INN)
                        .with(7, "criterion", "07")
                        .with(8, "criterion", "8,0")
                        .with(9, "criterion", "9.0"))
                .places();
    }

    @Test
    void refusesACriterionThatStandsTwice() {
        List<String> lines = new ArrayList<>(TestTable.of(INN).lines());
        lines.add(TestTable.of(INN).with(7, "c3", "x").lines().get(7));

        Said.by(Given.check(TestInbox.of(INN).table("t.csv", lines)))
                .places("t.csv:52 7/criterion error duplicate-criterion «7»")
                .english("criterion 7 is already scored in line 8 of the same Table; leave one line for each criterion")
                .russian("критерий 7 уже оценён в строке 8 той же Таблицы; оставьте одну строку на критерий");
    }

    @Test
    void namesEveryMissingCriterion() {
        Said.by(Given.check(TestInbox.of(INN).table("t.csv", TestTable.of(INN).lines(3, 49))))
                .places(
                        "t.csv:2 1/criterion error missing-criterion «»",
                        "t.csv:2 2/criterion error missing-criterion «»",
                        "t.csv:2 50/criterion error missing-criterion «»")
                .english(
                        "the Table has no criterion 1; add its line (0 where nothing is confirmed)",
                        "the Table has no criterion 2; add its line (0 where nothing is confirmed)",
                        "the Table has no criterion 50; add its line (0 where nothing is confirmed)")
                .russian(
                        "в Таблице нет критерия 1; добавьте его строку (0, если соответствие не подтверждено)",
                        "в Таблице нет критерия 2; добавьте его строку (0, если соответствие не подтверждено)",
                        "в Таблице нет критерия 50; добавьте его строку (0, если соответствие не подтверждено)");
    }

    @Test
    void saysOnceThatTheYearIsNotTheRatedOne() {
        check(TestTable.of(INN).all("year", "2024").with(1, "year", "").with(2, "year", "2025"))
                .places("t.csv:4 /year error wrong-year «2024»")
                .english("the year «2024» is not the rated one; hand in the Table for 2025")
                .russian("год «2024» не тот, по итогам которого присваивается Рейтинг; сдайте Таблицу за 2025 год");
        check(TestTable.of(INN).all("year", "2025 г.")).places("t.csv:2 /year error wrong-year «2025 г.»");
    }

    @Test
    void saysOnceARunOfLinesThatTheAssessorIsUnknown() {
        check(TestTable.of(INN)
                        .with(7, "assessor", "аудитор")
                        .with(8, "assessor", "аудитор")
                        .with(20, "assessor", "Аудитор")
                        .with(21, "assessor", "ЭКСПЕРТ"))
                .places(
                        "t.csv:8 /assessor error unknown-assessor «аудитор»",
                        "t.csv:21 /assessor error unknown-assessor «Аудитор»")
                .english(
                        "«аудитор» in the column \"assessor\" cannot be read; use \"expert\" or \"company\"",
                        "«Аудитор» in the column \"assessor\" cannot be read; use \"expert\" or \"company\"")
                .russian(
                        "«аудитор» в столбце «Кто оценил» не читается; укажите «эксперт» или «компания»",
                        "«Аудитор» в столбце «Кто оценил» не читается; укажите «эксперт» или «компания»");
        check(TestTable.of(INN).all("assessor", "аудитор"))
                .places("t.csv:2 /assessor error unknown-assessor «аудитор»");
    }

    @Test
    void leavesALineWithTheWrongFieldsUncheckedButInItsTable() {
        List<String> lines = new ArrayList<>(TestTable.of(INN)
                .with(7, "c3", "x")
                .with(8, "c4", "x")
                .all("expert", "Э")
                .lines());
        lines.set(7, lines.get(7) + ";;surplus");
        lines.set(8, INN + ";2025;;Э;;8;0;;;0;;");
        lines.set(9, lines.get(9) + ";;;");
        lines.set(10, INN + ";;;Э;;10;0;;;0;;;0;;;0");

        Said.by(Given.check(TestInbox.of(INN).table("t.csv", lines)))
                .places("t.csv:8 7/ error wrong-field-count «22»", "t.csv:9 8/ error wrong-field-count «12»");
    }

    @Test
    void keepsALineOfShiftedFieldsWithItsNeighbours() {
        List<String> lines =
                new ArrayList<>(TestTable.of(INN).all("expert", "Э").lines());
        lines.set(7, INN + ";;expert;Э;И;;7;0;;;0;;;0;;;0;;;;0");

        Said.by(Given.check(TestInbox.of(INN).table("t.csv", lines)))
                .places("t.csv:2 7/criterion error missing-criterion «»", "t.csv:8 / error wrong-field-count «21»");
    }

    @Test
    void keepsTheFirstLineOfATableWhereItCannotBeRead() {
        List<String> lines = new ArrayList<>(TestTable.of(INN).lines());
        lines.set(1, lines.get(1) + ";x");

        Submission submission = Given.check(TestInbox.of(INN).table("t.csv", lines));

        Said.by(submission).places("t.csv:2 1/ error wrong-field-count «21»");
        assertThat(submission.counting().orElseThrow().firstLine()).isEqualTo(2);
    }

    @Test
    void makesATableOfLinesThatAllCannotBeRead() {
        Submission submission =
                Given.check(TestInbox.of(INN).table("t.csv", SHORT, INN + ";company;1;0", INN + ";company;2"));

        assertThat(submission.status()).isEqualTo(Submission.Status.REJECTED);
        assertThat(submission.tables()).extracting(Table::assessor).containsExactly(Assessor.COMPANY);
        assertThat(submission.problems())
                .extracting(problem -> problem.code().code())
                .containsOnly(
                        "wrong-field-count", "missing-criterion", "no-expert-assessment", "self-assessment-rejected")
                .hasSize(2 + 48 + 1 + 1);
    }

    @Test
    void keepsUnreadableLinesOfTheCompanyFromTheExpertsTable() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("self.csv", SHORT, INN + ";company;1;0", INN + ";company;2;0")
                .table("t.csv", TestTable.of(INN).lines()));

        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(submission.tables())
                .extracting(table -> table.assessor() + " " + table.counts() + " " + table.faulty())
                .containsExactly("EXPERT true false", "COMPANY false true");
        assertThat(submission.problems())
                .filteredOn(problem -> problem.code() == ProblemCode.WRONG_FIELD_COUNT)
                .extracting(problem -> problem.line() + " " + problem.severity())
                .containsExactly("2 WARNING", "3 WARNING");
    }

    @Test
    void keepsUnreadableLinesOfTheExpertFromTheCompanysTable() {
        List<String> lines =
                new ArrayList<>(TestTable.of(INN).all("assessor", "company").lines());
        lines.add(INN + ";;expert;Э;;1;0");

        Submission submission = Given.check(TestInbox.of(INN).table("t.csv", lines));

        assertThat(submission.status()).isEqualTo(Submission.Status.REJECTED);
        assertThat(submission.problems())
                .filteredOn(problem -> problem.code() != ProblemCode.MISSING_CRITERION)
                .extracting(problem -> problem.line() + " " + problem.severity() + " "
                        + problem.code().code())
                .containsExactly("52 ERROR wrong-field-count");
    }

    @Test
    void leavesALineThatEndsBeforeItSaysWhoScoredWithItsNeighbours() {
        List<String> lines = new ArrayList<>(TestTable.of(INN).lines());
        lines.addAll(TestTable.of(INN).all("assessor", "company").lines().subList(1, 51));
        lines.set(60, INN + ";2025");

        Said.by(Given.check(TestInbox.of(INN).table("t.csv", lines)))
                .places(
                        "t.csv:52 / warning self-assessment-rejected «»",
                        "t.csv:52 10/criterion warning missing-criterion «»",
                        "t.csv:61 / warning wrong-field-count «2»");
    }

    private static Said check(TestTable table) {
        return Said.by(Given.check(inbox(table)));
    }

    private static TestInbox inbox(TestTable table) {
        return TestInbox.of(INN).table("t.csv", table.lines()).documents("d.csv", DOCUMENTS, DOCUMENT);
    }
}
