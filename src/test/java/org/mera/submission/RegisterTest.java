package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import tools.jackson.databind.JsonNode;

class RegisterTest {

    private final Path inbox;

    RegisterTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @TestFactory
    Stream<DynamicTest> readsTheLinesOfARegister() throws IOException {
        return InboxSpecCases.of("register.yaml", this::reads);
    }

    private void reads(JsonNode spec) throws IOException {
        Files.writeString(inbox.resolve("companies.csv"), spec.get("text").asString());
        FoundInFile found = new FoundInFile();

        FileScan scan = new InboxScanner(InboxSpecCases.methodology(spec)).scan(inbox, "companies.csv", found);

        assertThat(scan.rejected()).isEmpty();
        assertThat(found.ranges).isEmpty();
        assertThat(found.entries.stream().map(RegisterTest::written)).isEqualTo(InboxSpecCases.texts(spec, "entries"));
        List<Problem> problems = new ArrayList<>();
        found.entries.forEach(entry -> problems.addAll(entry.problems()));
        problems.addAll(found.problems);
        assertThat(InboxSpecCases.worded(problems)).isEqualTo(InboxSpecCases.texts(spec, "problems"));
    }

    private static String written(RegisterEntry entry) {
        Participation participation = entry.participation();
        return entry.line() + ": "
                + String.join(
                        " | ",
                        entry.id(),
                        entry.name(),
                        entry.industry(),
                        entry.region(),
                        participation == null ? "-" : participation.word());
    }

    @Test
    void namesBothPlacesOfADuplicateCompany() {
        List<Problem> problems =
                Register.duplicates(List.of(entry("a.csv", 2), entry("a.csv", 9), entry("b/b.csv", 3)), "inn");

        assertThat(problems.stream().map(Problem::file)).containsExactly("a.csv", "b/b.csv");
        assertThat(InboxSpecCases.worded(problems))
                .containsExactly(
                        "9 9900000017 inn error duplicate-company «9900000017»: 9900000017 уже стоит в реестре: a.csv, строка 2; оставьте одну из двух строк",
                        "9 9900000017 inn error duplicate-company «9900000017»: 9900000017 stands in the register already: a.csv, line 2; leave one of the two lines",
                        "3 9900000017 inn error duplicate-company «9900000017»: 9900000017 уже стоит в реестре: a.csv, строка 2; оставьте одну из двух строк",
                        "3 9900000017 inn error duplicate-company «9900000017»: 9900000017 stands in the register already: a.csv, line 2; leave one of the two lines");
    }

    @Test
    void findsNoDuplicateOfACompanyThatStandsOnceOrNever() {
        assertThat(Register.duplicates(List.of(entry("a.csv", 2)), "inn")).isEmpty();
        assertThat(Register.duplicates(List.of(), "inn")).isEmpty();
    }

    @Test
    void refusesToCompareTwoCompanies() {
        RegisterEntry other = new RegisterEntry("9900000024", "Пример-024", "", "", null, "a.csv", 3, List.of());

        assertThatThrownBy(() -> Register.duplicates(List.of(entry("a.csv", 2), other), "inn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lines of two companies: 9900000017 and 9900000024");
    }

    @Test
    void saysThatNothingWasHandedIn() {
        Problem problem = Register.noSubmission(entry("a.csv", 2), List.of());

        assertThat(problem.file()).isEqualTo("a.csv");
        assertThat(InboxSpecCases.worded(List.of(problem)))
                .containsExactly(
                        "2 9900000017 warning no-submission «»: компания 9900000017 есть в реестре, но ни одной строки её Таблицы не сдано; сдайте Таблицу или уберите компанию из реестра",
                        "2 9900000017 warning no-submission «»: the company 9900000017 is in the register, but no line of its Table was handed in; hand the Table in or take the company off the register");
    }

    @Test
    void namesTheRejectedFilesOfACompanyWithoutASubmission() {
        Problem problem = Register.noSubmission(entry("a.csv", 2), List.of("t/b.csv", "t/a.csv", "t/b.csv"));

        assertThat(InboxSpecCases.worded(List.of(problem)))
                .containsExactly(
                        "2 9900000017 warning no-submission «»: ни одной строки Таблицы компании 9900000017 не прочитано, но она упомянута в отклонённых файлах: t/a.csv, t/b.csv; исправьте их",
                        "2 9900000017 warning no-submission «»: no line of the Table of the company 9900000017 was read, but rejected files mention it: t/a.csv, t/b.csv; correct them");
    }

    @Test
    void wordsAnUnknownCompany() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_COMPANY, "t.csv", 2)
                .withCompany("9900000017")
                .withValue("9900000017");

        assertThat(InboxSpecCases.worded(List.of(problem)))
                .containsExactly(
                        "2 9900000017 error unknown-company «9900000017»: компании 9900000017 нет в реестре; проверьте, верно ли она указана, или внесите её в реестр",
                        "2 9900000017 error unknown-company «9900000017»: the company 9900000017 is not in the register; check whether it is named rightly, or add it to the register");
    }

    private static RegisterEntry entry(String file, int line) {
        return new RegisterEntry("9900000017", "Пример-017", "", "", Participation.DESK, file, line, List.of());
    }
}
