package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.submission.CheckerTest.Given.DOCUMENT;
import static org.mera.submission.CheckerTest.Given.DOCUMENTS;
import static org.mera.submission.CheckerTest.Given.INN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodology;

/** Which Table counts, what becomes of the submission, and how grave a fault is. */
class CheckerTest {

    /** What most tests start from. */
    static final class Given {

        static final String INN = "7707083893";
        static final LocalDate CUTOFF = LocalDate.of(2026, 4, 1);
        static final Methodology METHODOLOGY = TestMethodology.aMethodology().build();
        static final BothCheckers CHECKERS = new BothCheckers(METHODOLOGY, 2025, CUTOFF);
        static final String DOCUMENTS = "inn;assessor;document;kind;title;number;date;issuer;url;year";
        static final String DOCUMENT = INN + ";;Д1;local-act;Политика;12;01.02.2025;Совет;;";

        private Given() {}

        static Submission check(TestInbox inbox) {
            return CHECKERS.check(inbox.build());
        }

        static TestTable sound() {
            return TestTable.of(INN).scoring(7, 3, "1", "Д1 п. 3.1");
        }
    }

    @Test
    void acceptsASoundSubmission() {
        Submission submission = Given.check(
                TestInbox.of(INN).table("t.csv", Given.sound().lines()).documents("d.csv", DOCUMENTS, DOCUMENT));

        Said.by(submission).places();
        assertThat(submission.company()).isEqualTo(INN);
        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(submission.documents())
                .containsExactly(new SourceDocument(
                        "d.csv",
                        2,
                        Assessor.COMPANY,
                        false,
                        "Д1",
                        "local-act",
                        "Политика",
                        "12",
                        "01.02.2025",
                        "Совет",
                        "",
                        ""));
        Table table = submission.counting().orElseThrow();
        assertThat(List.of(table.assessor(), table.expert(), table.faulty(), table.file(), table.firstLine()))
                .isEqualTo(List.of(Assessor.EXPERT, "", false, "t.csv", 2));
        assertThat(table.lines()).hasSize(50);
        TableLine seventh = table.lines().get(6);
        assertThat(seventh.record()).isEqualTo(8);
        assertThat(seventh.scores()).containsExactly(2, 0, 0, 0);
        assertThat(seventh.evidence()).containsExactly("Д1 п. 3.1", "", "", "");
    }

    @Test
    void keepsWhatWasWrittenInEveryTable() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table(
                        "self.csv",
                        TestTable.of(INN)
                                .all("assessor", "компания")
                                .with(7, "c3", "0,7")
                                .with(7, "c3_evidence", "Д9\nс. 4")
                                .with(7, "c6_note", "беседа")
                                .with(7, "directions", "а; н/п: б")
                                .lines())
                .table("t.csv", TestTable.of(INN).lines()));

        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        Table self = submission.tables().get(0);
        assertThat(List.of(self.assessor(), self.counts(), self.faulty()))
                .isEqualTo(List.of(Assessor.COMPANY, false, true));
        TableLine seventh = self.lines().get(6);
        assertThat(seventh.scores()).containsExactly(TableLine.UNSOUND, 0, 0, 0);
        assertThat(seventh.evidence()).containsExactly("Д9\nс. 4", "", "", "");
        assertThat(seventh.notes()).containsExactly("", "", "", "беседа");
        assertThat(seventh.directions()).isEqualTo("а; н/п: б");
    }

    @Test
    void isNotHandedInWhereOnlyDocumentsAre() {
        Submission submission = Given.check(
                TestInbox.of(INN).documents("d.csv", DOCUMENTS, DOCUMENT.replace("01.02.2025", "1.2.2025")));

        assertThat(submission.status()).isEqualTo(Submission.Status.NOT_HANDED_IN);
        assertThat(submission.tables()).isEmpty();
        Said.by(submission).places("d.csv:2 /date warning bad-date «1.2.2025»");
    }

    @Test
    void isNotHandedInWhereNothingIs() {
        Submission submission = Given.check(TestInbox.of(INN));

        assertThat(submission)
                .isEqualTo(new Submission(INN, Submission.Status.NOT_HANDED_IN, List.of(), List.of(), List.of()));
    }

    @Test
    void awaitsTheExpertWhereOnlyTheCompanyScored() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("t.csv", TestTable.of(INN).all("assessor", "company").lines()));

        assertThat(submission.status()).isEqualTo(Submission.Status.REJECTED);
        assertThat(submission.counting()).isEmpty();
        Said.by(submission)
                .places("t.csv:2 /assessor error no-expert-assessment «»")
                .english("only the company's own assessment was handed in; an expert's Table is needed")
                .russian("сдана только собственная оценка компании; нужна Таблица эксперта");
    }

    @Test
    void takesTheFinalTableOfSeveralExperts() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("a.csv", expert("Эксперт-1", "").lines())
                .table("b.csv", expert("Эксперт-2", "ДА").lines())
                .table("c.csv", expert("Эксперт-3", "нет").lines()));

        Said.by(submission).places();
        assertThat(submission.counting().orElseThrow().expert()).isEqualTo("Эксперт-2");
        assertThat(submission.tables())
                .extracting(Table::expert)
                .containsExactly("Эксперт-1", "Эксперт-2", "Эксперт-3");
    }

    @Test
    void ignoresTheCaseOfAnExpertsName() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table(
                        "a.csv",
                        expert("Эксперт-1", "").with(7, "expert", "ЭКСПЕРТ-1").lines()));

        Said.by(submission).places();
        assertThat(submission.tables()).extracting(Table::expert).containsExactly("Эксперт-1");
    }

    @Test
    void takesAnExpertsNameForTheSameWhateverItsSpacesAndYo() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table(
                        "a.csv",
                        expert("Артём П.-Пример", "")
                                .with(7, "expert", "АРТЕМ\u00a0П.\u2011Пример")
                                .lines()));

        Said.by(submission).places();
        assertThat(submission.tables()).extracting(Table::expert).containsExactly("Артём П.-Пример");
    }

    @Test
    void rejectsWhereNoneOfSeveralIsFinal() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("a.csv", expert("Эксперт-1", "").lines())
                .table("b.csv", expert("Эксперт-2", "no").with(3, "c4", "x").lines()));

        assertThat(submission.status()).isEqualTo(Submission.Status.REJECTED);
        Said.by(submission)
                .places("a.csv:2 /final error no-final-assessment «»", "b.csv:4 3/4 warning bad-score «x»")
                .english(
                        "several experts (2) scored the company and none of their Tables is final; put \"yes\" into the column "
                                + "\"final\" of all lines of exactly one of them",
                        "score «x» is not on the scale; use 0, 0,5 or 1")
                .russian(
                        "компанию оценили несколько экспертов (2), но ни одна Таблица не итоговая; поставьте «да» в столбце "
                                + "«Заключение» во всех строках ровно одной из них",
                        "оценка «x» не из шкалы; поставьте 0, 0,5 или 1");
    }

    @Test
    void rejectsWhereTwoAreFinal() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("a.csv", expert("Эксперт-1", "yes").lines())
                .table("b.csv", expert("Эксперт-2", "yes").lines()));

        assertThat(submission.counting()).isEmpty();
        Said.by(submission)
                .places("b.csv:2 /final error no-final-assessment «»")
                .english(
                        "several Tables (2) are final, the first is a.csv, line 2; leave \"yes\" in the column \"final\" with "
                                + "one expert only")
                .russian(
                        "итоговых Таблиц несколько (2), первая: a.csv, строка 2; оставьте «да» в столбце «Заключение» только "
                                + "у одного эксперта");
    }

    @Test
    void rejectsASingleTableThatIsNotFinal() {
        Said.by(Given.check(TestInbox.of(INN).table("a.csv", expert("", "Нет").lines())))
                .places("a.csv:2 /final error no-final-assessment «Нет»")
                .english(
                        "the only expert marked the Table as not final («Нет»); put \"yes\" into all its lines or leave the "
                                + "column \"final\" empty")
                .russian(
                        "единственный эксперт пометил свою Таблицу как не итоговую («Нет»); поставьте «да» во всех её строках или "
                                + "оставьте столбец «Заключение» пустым");
    }

    @Test
    void rejectsATableThatIsFinalOnSomeLines() {
        Said.by(Given.check(TestInbox.of(INN)
                        .table("a.csv", expert("", "").with(1, "final", "да").lines())))
                .places("a.csv:2 /final error no-final-assessment «»")
                .english(
                        "the Table is marked as final on some of its lines only; say the same in the column \"final\" of all "
                                + "its lines")
                .russian(
                        "Таблица помечена как итоговая лишь в части строк; поставьте в столбце «Заключение» одно и то же во всех "
                                + "её строках");
    }

    @Test
    void rejectsAFinalThatIsNeitherYesNorNo() {
        Said.by(Given.check(TestInbox.of(INN)
                        .table(
                                "a.csv",
                                expert("", "да").with(9, "final", "видимо").lines())))
                .places("a.csv:2 /final error no-final-assessment «видимо»")
                .english("«видимо» in the column \"final\" cannot be read; use \"yes\" or \"no\"")
                .russian("«видимо» в столбце «Заключение» не читается; поставьте «да» или «нет»");
    }

    @Test
    void acceptsASingleTableThatIsFinal() {
        Said.by(Given.check(TestInbox.of(INN).table("a.csv", expert("", "да").lines())))
                .places();
    }

    @Test
    void callsAFaultAWarningWhereItDoesNotCount() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("a.csv", expert("Эксперт-1", "").with(1, "c3", "2").lines())
                .table("b.csv", expert("Эксперт-2", "да").lines())
                .table(
                        "c.csv",
                        TestTable.of(INN)
                                .all("assessor", "company")
                                .all("year", "2024")
                                .scoring(1, 3, "1", "Д77")
                                .lines()));

        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(submission.tables()).extracting(Table::faulty).containsExactly(true, false, true);
        Said.by(submission)
                .places(
                        "a.csv:2 1/3 warning bad-score «2»",
                        "c.csv:2 / warning self-assessment-rejected «»",
                        "c.csv:2 1/3 warning unknown-document «Д77»",
                        "c.csv:2 /year warning wrong-year «2024»");
    }

    @Test
    void rejectsForAFaultInACitedDocumentOnly() {
        String faulty = DOCUMENT.replace("01.02.2025", "02.04.2026");
        TestInbox cited =
                TestInbox.of(INN).table("t.csv", Given.sound().lines()).documents("d.csv", DOCUMENTS, faulty);
        TestInbox uncited = TestInbox.of(INN)
                .table(
                        "t.csv",
                        TestTable.of(INN)
                                .with(7, "c3_evidence", "Д1 не подтверждает")
                                .lines())
                .documents("d.csv", DOCUMENTS, faulty);

        assertThat(Given.check(cited).status()).isEqualTo(Submission.Status.REJECTED);
        assertThat(Given.check(cited).counting().orElseThrow().faulty()).isTrue();
        Said.by(Given.check(cited))
                .places(
                        "d.csv:2 /date error date-after-cutoff «02.04.2026»",
                        "t.csv:8 7/3 warning after-rated-year «Д1 п. 3.1»")
                .english(
                        "the date «02.04.2026» is later than 01.04.2026, the last date that a cited document may bear; correct "
                                + "the date or cite another document",
                        "all documents cited here are later than 2025; cite one that was in force in that year")
                .russian(
                        "дата «02.04.2026» позже 01.04.2026, последней даты документов, на которые можно ссылаться; исправьте "
                                + "дату или сошлитесь на другой документ",
                        "все документы, на которые здесь ссылаются, позже 2025 года; сошлитесь на документ, который действовал в "
                                + "этом году");
        assertThat(Given.check(uncited).status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(Given.check(uncited).counting().orElseThrow().faulty()).isFalse();
        Said.by(Given.check(uncited)).places("d.csv:2 /date warning date-after-cutoff «02.04.2026»");
    }

    @Test
    void findsASelfAssessmentFaultyForADocumentItCites() {
        Submission submission = Given.check(TestInbox.of(INN)
                .table("s.csv", Given.sound().all("assessor", "company").lines())
                .table("t.csv", TestTable.of(INN).lines())
                .documents("d.csv", DOCUMENTS, DOCUMENT.replace("Совет", "-")));

        assertThat(submission.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(submission.tables()).extracting(Table::faulty).containsExactly(true, false);
        Said.by(submission)
                .places(
                        "d.csv:2 /issuer warning incomplete-requisites «-»",
                        "s.csv:2 / warning self-assessment-rejected «»");
    }

    @Test
    void looksACodeUpInTheExpertsListFirst() {
        String experts = INN + ";expert;Д1;order;Приказ;-;;Директор;;";
        TestInbox both = TestInbox.of(INN)
                .table("t.csv", Given.sound().lines())
                .table("u.csv", Given.sound().all("assessor", "company").lines())
                .documents("d.csv", DOCUMENTS, DOCUMENT, experts);

        Submission submission = Given.check(both);

        assertThat(submission.tables()).extracting(Table::faulty).containsExactly(true, false);
        Said.by(submission)
                .places(
                        "d.csv:3 /date error incomplete-requisites «»",
                        "d.csv:3 /number error incomplete-requisites «-»");
    }

    @Test
    void doesNotLookTheCompanysCodesUpInTheExpertsList() {
        TestInbox inbox = TestInbox.of(INN)
                .table("t.csv", TestTable.of(INN).lines())
                .table("u.csv", Given.sound().all("assessor", "company").lines())
                .documents("d.csv", DOCUMENTS, DOCUMENT.replace(";;Д1", ";эксперт;Д1"));

        Said.by(Given.check(inbox))
                .places("u.csv:2 / warning self-assessment-rejected «»", "u.csv:8 7/3 warning unknown-document «Д1»");
    }

    @Test
    void rejectsACompanyThatTheRegisterDoesNotHave() {
        Submission submission = Given.check(TestInbox.ofUnknown(INN)
                .table("t.csv", Given.sound().lines())
                .table("u.csv", Given.sound().all("assessor", "company").lines())
                .documents("d.csv", DOCUMENTS, DOCUMENT, DOCUMENT.replace("Д1", "Д2"))
                .documentsRange("d.csv", 3, 40, DOCUMENTS, DOCUMENT.replace("Д1", "Д3")));

        assertThat(submission.status()).isEqualTo(Submission.Status.REJECTED);
        Said.by(submission)
                .places(
                        "d.csv:2 /inn error unknown-company «7707083893»",
                        "d.csv:40 /inn error unknown-company «7707083893»",
                        "t.csv:2 /inn error unknown-company «7707083893»",
                        "u.csv:2 /inn error unknown-company «7707083893»");
    }

    @Test
    void knowsEveryCompanyAndDocumentWhereItHasNoList() {
        TestInbox inbox = TestInbox.ofUnknown(INN)
                .table("t.csv", Given.sound().with(8, "c3", "1").lines());

        Said.by(new Checker(Given.METHODOLOGY, 2025, Given.CUTOFF)
                        .withoutRegister()
                        .withoutDocuments()
                        .check(inbox.build()))
                .places("t.csv:9 8/3 error missing-evidence «»");
    }

    @Test
    void rejectsForAFaultyLineOfTheRegister() {
        Problem incomplete =
                Problem.of(ProblemCode.INCOMPLETE_COMPANY, "companies.csv", 5).withCompany(INN);
        RegisterEntry entry = new RegisterEntry(INN, "", "", "", null, "companies.csv", 5, List.of(incomplete));
        TestInbox inbox = TestInbox.ofUnknown(INN)
                .table("t.csv", TestTable.of(INN).lines())
                .entry(entry);

        assertThat(Given.check(inbox).status()).isEqualTo(Submission.Status.REJECTED);
        Said.by(Given.check(inbox)).places("companies.csv:5 / error incomplete-company «»");
    }

    @Test
    void rejectsWhatTheRegisterHasTwice() {
        TestInbox inbox =
                TestInbox.of(INN).table("t.csv", TestTable.of(INN).lines()).entry(TestInbox.entry(INN, 9));

        assertThat(Given.check(inbox).status()).isEqualTo(Submission.Status.REJECTED);
        Said.by(Given.check(inbox)).places("companies.csv:9 /inn error duplicate-company «7707083893»");
    }

    @Test
    void takesAnotherMethodologyAsData() {
        String header = "id;criterion;c1;c2;sum";
        Checker parks = new Checker(TestMethodology.ofParks(), 2025, Given.CUTOFF);
        TestInbox inbox = TestInbox.of("парк-7")
                .table("t.csv", header, "парк-7;1;3;0;3", "парк-7;2;2;1;4", "парк-8;3;0;0;0", "парк-7;3;4;;");

        Submission submission = parks.check(inbox.build());

        assertThat(submission.counting().orElseThrow().lines().get(0).scores()).containsExactly(3, 0);
        Said.by(submission)
                .places(
                        "t.csv:3 2/sum error sum-mismatch «4»",
                        "t.csv:5 3/1 error bad-score «4»",
                        "t.csv:5 3/2 error blank-score «»")
                .english(
                        "the sum «4» is not the sum of the line's scores (3); correct the sum or the scores",
                        "score «4» is not on the scale; use 0, 1, 2 or 3",
                        "the score is missing; use 0, 1, 2 or 3 (0 where nothing is confirmed)")
                .russian(
                        "сумма «4» не равна сумме оценок строки (3); исправьте сумму или оценки",
                        "оценка «4» не из шкалы; поставьте 0, 1, 2 или 3",
                        "оценка не поставлена; поставьте 0, 1, 2 или 3 (0, если соответствие не подтверждено)");
    }

    @Test
    void readsEveryLineOfACodeHoweverItIsTyped() {
        Checker parks = new Checker(TestMethodology.ofParks(), 2025, Given.CUTOFF);
        TestInbox inbox = TestInbox.of("парк-7")
                .table("t.csv", "id;criterion;c1;c2", "парк-7;1;0;0", "парк\u20117;2;0;0", "парк-7;3;0;0");

        Submission submission = parks.check(inbox.build());

        Said.by(submission).places();
        assertThat(submission.counting().orElseThrow().lines()).hasSize(3);
    }

    @Test
    void leavesOutLinesOfAnotherIdentityAndTakesALostZeroForOne() {
        String ten = "0274062111";
        List<String> lines = new ArrayList<>(
                TestTable.of(ten, 50).with(2, "inn", "274062111").lines());
        lines.add(2, lines.get(2).replace("274062111;", "274062112;"));

        Submission submission = Given.check(TestInbox.of(ten).table("t.csv", lines));

        Said.by(submission).places();
        assertThat(submission.counting().orElseThrow().lines()).hasSize(50);
        assertThat(submission.counting().orElseThrow().lines().get(1).record()).isEqualTo(4);
    }

    private static TestTable expert(String name, String finality) {
        return TestTable.of(INN).all("expert", name).all("final", finality);
    }
}
