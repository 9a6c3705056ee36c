package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import tools.jackson.databind.JsonNode;

/** What has to be verified is said of the Table that counts and of no other, thoroughly and at a glance alike. */
class CountingWarningsTest {

    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");
    private static final String INN = "7707083893";
    private static final Set<ProblemCode> WARNINGS = Set.of(
            ProblemCode.UNEXPECTED_KIND,
            ProblemCode.NO_EVIDENCE_OF_YEAR,
            ProblemCode.AFTER_RATED_YEAR,
            ProblemCode.MISSING_CLAUSE,
            ProblemCode.DEPENDENCY_UNMET,
            ProblemCode.OVERUSED_DOCUMENT,
            ProblemCode.SELF_EXPERT_GAP,
            ProblemCode.SELF_ASSESSMENT_DESK,
            ProblemCode.SELF_ASSESSMENT_REJECTED);

    private final BothCheckers checkers = new BothCheckers(METHODOLOGY, 2025, LocalDate.of(2028, 1, 1));

    @ParameterizedTest
    @MethodSource
    void saysWhatHasToBeVerified(JsonNode given) {
        Submission submission = checkers.check(inbox(given).build());

        Said said = Said.by(submission).places(texts(given, "says"));
        if (given.has("english")) {
            said.english(texts(given, "english")).russian(texts(given, "russian"));
        }
        // What has no fault is told at a glance, with its warnings.
        boolean faultless = submission.tables().stream().noneMatch(Table::faulty)
                && submission.status() == Submission.Status.ACCEPTED;
        assertThat(checkers.seenAtAGlance()).isEqualTo(faultless ? 1 : 0);
    }

    static Stream<Arguments> saysWhatHasToBeVerified() {
        return SpecCases.of("warnings");
    }

    @Test
    void hasACaseOfEveryWarning() {
        Set<ProblemCode> raised = SpecCases.of("warnings")
                .map(each -> ((Named<?>) each.get()[0]).getPayload())
                .flatMap(each -> checkers.check(inbox((JsonNode) each).build()).problems().stream())
                .map(Problem::code)
                .filter(WARNINGS::contains)
                .collect(Collectors.toSet());

        assertThat(raised).isEqualTo(WARNINGS);
    }

    @Test
    void saysNothingOfATableThatDoesNotCount() {
        String[] documents = {CheckerTest.Given.DOCUMENTS, document("Д1 legislation 01.02.2024")};
        TestTable questionable =
                expert("Эксперт-1", "нет").scoring(30, 5, "1", "Д1 ст. 1").scoring(30, 6, "1", "Д1");
        TestInbox inbox = TestInbox.of(INN)
                .table("a.csv", questionable.lines())
                .table("b.csv", expert("Эксперт-2", "да").lines())
                .documents("d.csv", documents);

        Said.by(checkers.check(inbox.build())).places();
        assertThat(checkers.seenAtAGlance()).isEqualTo(1);
    }

    /** Nothing counts, so that nothing is to be verified. */
    @Test
    void saysNothingWhereNoTableCounts() {
        String[] documents = {CheckerTest.Given.DOCUMENTS, document("Д1 legislation 01.02.2024")};
        TestTable questionable = expert("Эксперт-1", "нет").scoring(30, 5, "1", "Д1 ст. 1");

        Said.by(checkers.check(TestInbox.of(INN)
                        .table("a.csv", questionable.lines())
                        .documents("d.csv", documents)
                        .build()))
                .places("a.csv:2 /final error no-final-assessment «нет»");
    }

    /** Lines that stand in another order are read by the thorough check alone: the first citation is the first of the Table. */
    @Test
    void takesTheTablesOrderForTheFirstCitation() {
        List<String> lines = new ArrayList<>(TestTable.of(INN)
                .scoring(2, 3, "0,5", "Д1 п. 1")
                .scoring(3, 3, "0,5", "Д1")
                .lines());
        lines.add(2, lines.remove(3));

        Said.by(checkers.check(TestInbox.of(INN)
                        .table("t.csv", lines)
                        .documents("d.csv", CheckerTest.Given.DOCUMENTS, document("Д1 local-act 01.02.2025"))
                        .build()))
                .places("t.csv:3 3/3 warning missing-clause «Д1»");
        assertThat(checkers.seenAtAGlance()).isZero();
    }

    /** A company may have handed in two Tables of its own: a cell is told of once. */
    @Test
    void saysAGapOncePerCell() {
        TestTable own = TestTable.of(INN).all("assessor", "company").scoring(7, 3, "1", "Д1");

        Said.by(checkers.check(TestInbox.of(INN)
                        .table("s.csv", own.lines())
                        .table("s2.csv", own.all("expert", "Второй").lines())
                        .table("t.csv", TestTable.of(INN).lines())
                        .documents("d.csv", CheckerTest.Given.DOCUMENTS, document("Д1 order 01.02.2025"))
                        .build()))
                .places("t.csv:8 7/3 warning self-expert-gap «1»");
    }

    /** A methodology without evidence has no kinds, years or clauses to ask for, but scores to compare. */
    @Test
    void comparesScoresWhereNoEvidenceIsRequired() {
        Checker checker = new Checker(TestMethodology.ofParks(), 2025, LocalDate.of(2026, 4, 1));
        String header = "id;assessor;criterion;c1;c1_evidence;c2;c2_evidence";

        Submission submission = checker.check(TestInbox.of("К-1")
                .table("s.csv", header, "К-1;company;1;3;Д1;0;", "К-1;company;2;0;;0;", "К-1;company;3;1;;0;")
                .table("t.csv", header, "К-1;expert;1;1;Д1;0;", "К-1;expert;2;3;Д1;0;", "К-1;expert;3;2;;0;")
                .build());

        Said.by(submission)
                .places("t.csv:2 1/1 warning self-expert-gap «3»", "t.csv:3 2/1 warning self-expert-gap «0»")
                .english(
                        "the company gave itself 3 here, the expert 1; check the evidence",
                        "the company gave itself 0 here, the expert 3; check the evidence");
    }

    private static TestTable expert(String name, String finalWord) {
        return TestTable.of(INN).all("expert", name).all("final", finalWord);
    }

    private static TestInbox inbox(JsonNode given) {
        TestInbox inbox =
                TestInbox.of(INN, given.path("desk").asBoolean() ? Participation.DESK : Participation.ON_SITE);
        List<String> documents = new ArrayList<>(List.of(CheckerTest.Given.DOCUMENTS));
        SpecCases.texts(given, "documents").forEach(document -> documents.add(document(document)));
        inbox.documents("d.csv", documents.toArray(String[]::new));
        if (given.has("cells")) {
            inbox.table(
                    "t.csv",
                    table(given, "cells", SpecCases.numbers(given, "times")).lines());
        }
        if (given.has("own")) {
            inbox.table(
                    "s.csv",
                    table(given, "own", List.of()).all("assessor", "company").lines());
        }
        return inbox;
    }

    private static TestTable table(JsonNode given, String field, List<Integer> times) {
        TestTable table = TestTable.of(INN);
        List<String> cells = SpecCases.texts(given, field);
        for (int i = 0; i < cells.size(); i++) {
            String[] words = cells.get(i).split(" ", 3);
            String[] place = words[0].split("/", 2);
            for (int more = 0; more < (times.isEmpty() ? 1 : times.get(i)); more++) {
                table.scoring(Integer.parseInt(place[0]) + more, Integer.parseInt(place[1]), words[1], words[2]);
            }
        }
        return table;
    }

    /** Of code, kind, date and perhaps years, a line with all requisites. */
    private static String document(String text) {
        String[] words = text.split(" ", 4);
        String code = words[0].replace("*", "");
        return String.join(
                ";",
                INN,
                code.equals(words[0]) ? "" : "expert",
                code,
                words[1],
                "Пример",
                "12",
                words[2],
                "Совет",
                "https://example.org/1",
                words.length > 3 ? words[3] : "");
    }

    private static String[] texts(JsonNode given, String field) {
        return SpecCases.texts(given, field).toArray(String[]::new);
    }
}
