package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.submission.CheckerTest.Given.INN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mera.submission.CheckerTest.Given;

/** The lines of one Table stand together in one file. */
class TablePlacesTest {

    private static final List<String> LINES = TestTable.of(INN).lines();

    @Test
    void refusesATableInTwoFiles() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("a.csv", LINES)
                .table("b.csv", TestTable.of(INN).with(7, "c3", "x").lines()));

        Said.by(submission)
                .places("b.csv:2 / error duplicate-submission «»")
                .english(
                        "the lines of this Table stand in two places: a.csv, line 2, and b.csv, line 2; put them together in one "
                                + "file and hand each Table in once")
                .russian(
                        "строки этой Таблицы стоят в двух местах: a.csv, строка 2, и b.csv, строка 2; соберите их подряд в одном "
                                + "файле и сдайте каждую Таблицу один раз");
        assertThat(submission.tables()).hasSize(1);
    }

    @Test
    void checksWhatTheFirstCopyDoesNotHave() {
        List<String> first = TestTable.of(INN).lines(1, 30);
        List<String> second =
                TestTable.of(INN).with(30, "c3", "x").with(31, "c3", "y").lines(30, 49);

        Said.by(Given.check(TestInbox.of(INN).table("a.csv", first).table("b.csv", second)))
                .places(
                        "a.csv:2 50/criterion error missing-criterion «»",
                        "b.csv:2 / error duplicate-submission «»",
                        "b.csv:3 31/3 error bad-score «y»");
    }

    @Test
    void takesAdjacentRangesForOnePlace() {
        Said.by(Given.check(TestInbox.of(INN)
                        .tableRange("a.csv", 4, 2, TestTable.of(INN).lines(1, 30))
                        .tableRange("a.csv", 5, 33, TestTable.of(INN).lines(31, 50))))
                .places();
    }

    @Test
    void refusesATablePartedByAnotherCompany() {
        Said.by(Given.check(TestInbox.of(INN)
                        .tableRange("a.csv", 4, 2, TestTable.of(INN).lines(1, 30))
                        .tableRange("a.csv", 6, 33, TestTable.of(INN).lines(31, 50))))
                .places("a.csv:33 / error duplicate-submission «»");
    }

    @Test
    void saysOnceAFileThatATableIsScattered() {
        Said.by(Given.check(TestInbox.of(INN)
                        .tableRange("a.csv", 0, 2, TestTable.of(INN).lines(1, 30))
                        .tableRange("a.csv", 2, 33, TestTable.of(INN).lines(31, 40))
                        .tableRange("a.csv", 4, 53, TestTable.of(INN).lines(41, 50))
                        .tableRange("b.csv", 0, 2, LINES)))
                .places("a.csv:33 / error duplicate-submission «»", "b.csv:2 / error duplicate-submission «»");
    }

    @Test
    void refusesATablePartedByAnotherTableOfTheCompany() {
        List<String> lines = new ArrayList<>(LINES);
        lines.addAll(5, TestTable.of(INN).all("assessor", "company").lines().subList(1, 51));

        Said.by(Given.check(TestInbox.of(INN).table("a.csv", lines)))
                .places("a.csv:56 / error duplicate-submission «»");
    }

    @Test
    void asksNoSecondCopyWhetherItIsFinal() {
        Said.by(Given.check(TestInbox.of(INN)
                        .table("a.csv", TestTable.of(INN).lines(1, 30))
                        .table("b.csv", TestTable.of(INN).all("final", "да").lines())))
                .places("b.csv:2 / error duplicate-submission «»");
    }

    @Test
    void takesTablesOneAfterTheOther() {
        List<String> lines = new ArrayList<>(LINES);
        lines.addAll(TestTable.of(INN).all("assessor", "company").lines().subList(1, 51));

        Submission submission = Given.check(TestInbox.of(INN).table("a.csv", lines));

        Said.by(submission).places();
        assertThat(submission.tables()).extracting(Table::firstLine).containsExactly(2, 52);
    }

    @Test
    void doesNotTakeLinesOfNobodyForAGap() {
        List<String> lines = new ArrayList<>(LINES);
        lines.add(5, TestTable.of(INN).all("assessor", "?").lines().get(5));
        lines.add(6, "7707083894;;;;;5;0");
        lines.add(7, ";;;;");

        Said.by(Given.check(TestInbox.of(INN).table("a.csv", lines)))
                .places("a.csv:6 /assessor error unknown-assessor «?»");
    }

    @Test
    void warnsOfASelfAssessmentHandedInTwice() {
        List<String> self = TestTable.of(INN).all("assessor", "company").lines();

        Submission submission = Given.check(
                TestInbox.of(INN).table("a.csv", self).table("b.csv", self).table("c.csv", LINES));

        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        Said.by(submission)
                .places("a.csv:2 / warning self-assessment-rejected «»", "b.csv:2 / warning duplicate-submission «»");
    }
}
