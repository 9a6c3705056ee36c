package org.mera.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.committee.Verification.Outcome;
import org.mera.committee.VerificationFile.Checked;
import org.mera.committee.VerificationFile.Line;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;
import org.mera.submission.Form;
import org.mera.submission.FormReader;

class VerificationFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final String HEADER = "inn;criterion;column;request;answer;outcome;verifier;date\n";
    private static final Methodology METHODOLOGY = aMethodology().build();
    private static final String INN = "9700000010";

    private final Path file;

    VerificationFileTest(@TempDir Path folder) {
        file = folder.resolve("verification.csv");
    }

    @Test
    void readsWhatWasAskedAnsweredAndFound() throws IOException {
        Checked checked = check(
                "ИНН;Критерий;Столбец;Запрос;Ответ;Итог;Кто проверил;Дата\n",
                INN + ";7;5;Где это?;В разделе 3;Подтверждено;Иванов;12.03.2026\n"
                        + INN + ";07;06;Чем?;-;изменено;;2026-03-11\n"
                        + INN + ";;4;Всё одним документом?;;Open;;\n"
                        + INN + ";;;Кто оценил?;;открыто;—;01.03.2026\n"
                        + INN + ";;number;Номер?;№ 12;CONFIRMED;Иванов;12.03.2026\n");

        assertThat(said(checked)).isEmpty();
        assertThat(checked.lines())
                .containsExactly(
                        new Line(
                                2,
                                new Verification(
                                        INN, 7, "5", "Где это?", "В разделе 3", Outcome.CONFIRMED, "Иванов", TODAY)),
                        new Line(
                                3,
                                new Verification(
                                        INN, 7, "6", "Чем?", "", Outcome.CHANGED, "", LocalDate.of(2026, 3, 11))),
                        new Line(
                                4,
                                new Verification(INN, null, "4", "Всё одним документом?", "", Outcome.OPEN, "", null)),
                        new Line(
                                5,
                                new Verification(
                                        INN, null, "", "Кто оценил?", "", Outcome.OPEN, "", LocalDate.of(2026, 3, 1))),
                        new Line(
                                6,
                                new Verification(
                                        INN, null, "number", "Номер?", "№ 12", Outcome.CONFIRMED, "Иванов", TODAY)));
    }

    @Test
    void takesTheListThatWasWritten() throws IOException {
        Checked checked = check(
                "inn,name,rank,criterion,column,code,value,reason,file,line,request,answer,outcome,verifier,date,note\n",
                INN + ",Пример-010,1,7,5,missing-clause,Д1,текст,a.csv,8,Где?,Там,confirmed,Иванов,2026-03-12,\n"
                        + INN
                        + ",Пример-010,1,7,5,unexpected-kind,Д1,текст,a.csv,8,Где?,Там,confirmed,Иванов,2026-03-12,\n"
                        + INN + ",Пример-010,1,8,5,missing-clause,Д2,текст,a.csv,9,,,,,,\n"
                        + "9700000041,Нет,2,8,5,missing-clause,Д2,текст,a.csv,9,-,,нет,,,\n");

        assertThat(said(checked))
                .containsExactly("1 extra-column: the form has no column «note», it is ignored; "
                        + "check its heading or delete the column");
        assertThat(checked.isSound()).isTrue();
        assertThat(checked.lines())
                .containsExactly(
                        new Line(2, new Verification(INN, 7, "5", "Где?", "Там", Outcome.CONFIRMED, "Иванов", TODAY)));
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        Checked checked = check(
                HEADER,
                "9700000011;7;5;Где?;;open;;\n"
                        + "9700000041;7;5;Где?;;open;;\n"
                        + INN + ";51;7;;Там;верно;;\n"
                        + INN + ";7;c5;Где?;Там;;;31.02.2026\n"
                        + INN + ";x;где;Где?;Там;changed;;\n"
                        + INN + ";7;5;Где?;;confirmed;;13.03.2026\n"
                        + INN + ";8;5;Где?;;open;;\n"
                        + INN + ";8;5;Чем?;;open;;\n");

        assertThat(checked.isSound()).isFalse();
        assertThat(said(checked))
                .containsExactly(
                        "2 inn bad-inn: the INN «9700000011» is wrong: it has 10 or 12 digits with valid check digits; "
                                + "correct it, or the line is left out",
                        "3 unknown-company: the company 9700000041 is not in the register; "
                                + "check whether it is named rightly, or add it to the register",
                        "4 column unknown-column: the Table has no column «7»; use one of: 3, 4, 5, 6",
                        "4 criterion unknown-criterion: there is no criterion «51»; use a number from 1 to 50",
                        "4 outcome unknown-outcome: there is no outcome «верно»; use confirmed, changed or open",
                        "4 request missing-reason: the request is missing; write what the company was asked",
                        "5 column unknown-column: the Table has no column «c5»; use one of: 3, 4, 5, 6",
                        "5 date bad-date: there is no date «31.02.2026» in the calendar; correct it",
                        "5 outcome unknown-outcome: the outcome is missing; write confirmed, changed or open",
                        "6 column unknown-column: the Table has no column «где»; use one of: 3, 4, 5, 6",
                        "6 criterion unknown-criterion: there is no criterion «x»; use a number from 1 to 50",
                        "6 date bad-date: the date is missing; write it like 31.12.2025 or 2025-12-31",
                        "7 date bad-date: the date «13.03.2026» lies in the future; correct it",
                        "9 5 duplicate-verification: the file says something else of the same cell already (record 8); "
                                + "leave one of the two lines, or say the same on both");
        assertThat(checked.problems()).allSatisfy(problem -> assertThat(problem.message(Locale.forLanguageTag("ru")))
                .matches("[^{}]+"));
    }

    private Checked check(String header, String lines) throws IOException {
        Files.writeString(file, header + lines);
        return VerificationFile.check(
                FormReader.read(file, Form.VERIFICATION, METHODOLOGY), METHODOLOGY, Set.of(INN)::contains, TODAY);
    }

    private static List<String> said(Checked checked) {
        return checked.problems().stream().map(VerificationFileTest::said).toList();
    }

    private static String said(Problem problem) {
        return problem.line() + " " + (problem.column().isEmpty() ? "" : problem.column() + " ")
                + problem.code().code() + ": " + problem.message(Locale.ENGLISH);
    }
}
