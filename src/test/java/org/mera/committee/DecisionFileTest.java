package org.mera.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.committee.DecisionFile.Checked;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.submission.Form;
import org.mera.submission.FormReader;

class DecisionFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final String HEADER = "inn;criterion;column;score;class;evidence;reason;protocol;date\n";
    private static final Methodology UNCLASSED = aMethodology().build();
    private static final Methodology CLASSED = UNCLASSED.withClasses(
            List.of(new ScoreClass("A", new BigDecimal("80")), new ScoreClass("B", BigDecimal.ZERO)));
    private static final Map<String, CompanyState> COMPANIES = Map.of(
            "9700000010", new CompanyState("Пример-010", new byte[200]),
            "9700000027", new CompanyState("Пример-027", new byte[200]),
            "9700000034", new CompanyState("Пример-034", null));

    private final Path file;

    DecisionFileTest(@TempDir Path folder) {
        file = folder.resolve("decisions.csv");
    }

    @Test
    void readsDecisionsOnCellsAndClasses() throws IOException {
        Checked checked = check(
                CLASSED,
                """
                9700000010;7;5;0,5;;Д1 п. 3;Пример;№ 3;12.03.2026
                9700000010;50,0;06;1,0;;-;Пример;№ 3;2026-03-11
                9700000010;;;;A;;Пример;№ 3;12.03.2026
                9700000027;;;;;;Пример;№ 3;12.03.2026
                """);

        assertThat(said(checked)).isEmpty();
        assertThat(checked.isSound()).isTrue();
        assertThat(checked.lines())
                .containsExactly(
                        new DecisionLine.OfCell(
                                2, new Decision("9700000010", 7, 5, 1, "Д1 п. 3", "Пример", "№ 3", TODAY)),
                        new DecisionLine.OfCell(
                                3,
                                new Decision("9700000010", 50, 6, 2, "", "Пример", "№ 3", LocalDate.of(2026, 3, 11))),
                        new DecisionLine.OfClass(4, new ClassDecision("9700000010", "A", "Пример", "№ 3", TODAY)),
                        new DecisionLine.OfClass(5, new ClassDecision("9700000027", "", "Пример", "№ 3", TODAY)));
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        Checked checked = check(
                CLASSED,
                """
                9700000011;7;5;0,7;;;;№ 3;12.03.2026
                9700000041;7;5;1;;;Пример;№ 3;12.03.2026
                9700000034;7;5;1;;;Пример;№ 3;12.03.2026
                9700000010;51;c5;;;;Пример;;13.03.2026
                9700000010;7;;1;;;Пример;—;03.2026
                9700000010;;5;1;;;Пример;№ 3;31.02.2026
                9700000010;7;5;1;B;;Пример;№ 3;12.03.2026
                9700000010;7,0;5;0;;;Пример;№ 3;
                9700000027;;;;C;;Пример;№ 3;12.03.2026
                9700000027;;;;A;;Пример;№ 3;12.03.2026
                """);

        assertThat(checked.isSound()).isFalse();
        assertThat(checked.lines()).isEmpty();
        assertThat(said(checked))
                .containsExactly(
                        "2 inn bad-inn: the INN «9700000011» is wrong: it has 10 or 12 digits with valid check digits; "
                                + "correct it, or the line is left out",
                        "2 reason missing-reason: the reason is missing; write why the committee decides so",
                        "2 score bad-score: score «0,7» is not on the scale; use 0, 0,5 or 1",
                        "3 unknown-company: the company 9700000041 is not in the register; "
                                + "check whether it is named rightly, or add it to the register",
                        "4 not-accepted: no Table of the company 9700000034 counts, so there is no score to decide on; "
                                + "correct its files and run again, or withdraw it: mera withdraw 9700000034 --year Y --reason TEXT",
                        "5 column unknown-column: the Table has no column «c5»; use one of: 3, 4, 5, 6",
                        "5 criterion unknown-criterion: there is no criterion «51»; use a number from 1 to 50",
                        "5 date bad-date: the date «13.03.2026» lies in the future; correct it",
                        "5 protocol missing-reason: the protocol is missing; write its number, for example «№ 3»",
                        "5 score blank-score: the score is missing; use 0, 0,5 or 1 (0 where nothing is confirmed)",
                        "6 column unknown-column: the number of the column is missing; use one of: 3, 4, 5, 6",
                        "6 date bad-date: the date «03.2026» cannot be read; write it like 31.12.2025 or 2025-12-31",
                        "6 protocol missing-reason: the protocol is missing; write its number, for example «№ 3»",
                        "7 criterion unknown-criterion: the number of the criterion is missing; use a number from 1 to 50",
                        "7 date bad-date: there is no date «31.02.2026» in the calendar; correct it",
                        "8 class unknown-class: the line has the class «B» and a score at once; put them on two lines: "
                                + "beside a class, leave criterion, column and score empty",
                        "9 5 duplicate-decision: the file decides on this cell already (record 8); "
                                + "leave one of the two lines",
                        "9 date bad-date: the date is missing; write it like 31.12.2025 or 2025-12-31",
                        "10 class unknown-class: there is no class «C»; use one of: A, B; "
                                + "leave it empty to give the class back to the scale",
                        "11 duplicate-decision: the file decides on the class of this company already (record 10); "
                                + "leave one of the two lines");
        assertThat(checked.problems()).allSatisfy(problem -> assertThat(problem.message(Locale.forLanguageTag("ru")))
                .matches("[^{}]+"));
    }

    @Test
    void givesAnyClassWhereTheRatingHasNoBands() throws IOException {
        Checked checked = check(
                UNCLASSED,
                "9700000010;;;;Высший;;Пример;№ 3;12.03.2026\n9700000027;;;;" + "A".repeat(41)
                        + ";;Пример;№ 3;12.03.2026\n");

        assertThat(said(checked))
                .containsExactly("3 class unknown-class: the class «" + "A".repeat(41)
                        + "» is longer than 40 characters; shorten it");
        assertThat(checked.lines())
                .containsExactly(
                        new DecisionLine.OfClass(2, new ClassDecision("9700000010", "Высший", "Пример", "№ 3", TODAY)));
    }

    @Test
    void aWarningKeepsNothingFromBeingApplied() throws IOException {
        Files.writeString(
                file,
                """
                inn;criterion;column;score;reason;protocol;date;note
                9700000010;7;5;1;Пример;№ 3;12.03.2026;да
                """);

        Checked checked = check(UNCLASSED);

        assertThat(said(checked))
                .containsExactly("1 extra-column: the form has no column «note», it is ignored; "
                        + "check its heading or delete the column");
        assertThat(checked.isSound()).isTrue();
        assertThat(checked.lines()).hasSize(1);
    }

    private Checked check(Methodology methodology, String lines) throws IOException {
        Files.writeString(file, HEADER + lines);
        return check(methodology);
    }

    private Checked check(Methodology methodology) {
        return DecisionFile.check(
                FormReader.read(file, Form.DECISIONS, methodology),
                methodology,
                company -> Optional.ofNullable(COMPANIES.get(company)),
                TODAY);
    }

    private static List<String> said(Checked checked) {
        return checked.problems().stream().map(DecisionFileTest::said).toList();
    }

    private static String said(Problem problem) {
        return problem.line() + " " + (problem.column().isEmpty() ? "" : problem.column() + " ")
                + problem.code().code() + ": " + problem.message(Locale.ENGLISH);
    }
}
