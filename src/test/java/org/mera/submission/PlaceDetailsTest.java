package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.submission.CheckerTest.Given;

class PlaceDetailsTest {

    private static final Pattern PLACE = Pattern.compile("line \\{\\d}");

    /** Of malformed-csv the line is the file's own, and the file is no company's. */
    @Test
    void knowsEverySentenceThatNamesAnotherPlace() throws IOException {
        Properties wording = new Properties();
        try (InputStream in = Objects.requireNonNull(
                PlaceDetailsTest.class.getResourceAsStream("/messages/problems_en.properties"))) {
            wording.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        for (String key : wording.stringPropertyNames()) {
            if (PLACE.matcher(wording.getProperty(key)).find() && !key.startsWith("malformed-csv")) {
                assertThat(PlaceDetails.of(problem(key))).as(key).isNotEqualTo(PlaceDetails.NONE);
            }
        }
    }

    @Test
    void putsBackWhatItTookOut() {
        Submission submission = Given.check(TestInbox.of(Given.INN)
                .table(
                        "a.csv",
                        TestTable.of(Given.INN)
                                .all("final", "да")
                                .all("expert", "Э1")
                                .lines())
                .table(
                        "b.csv",
                        TestTable.of(Given.INN)
                                .all("final", "да")
                                .all("expert", "Э2")
                                .lines())
                .table(
                        "c.csv",
                        TestTable.of(Given.INN)
                                .all("final", "да")
                                .all("expert", "Э2")
                                .lines()));

        for (Problem problem : submission.problems()) {
            PlaceDetails details = PlaceDetails.of(problem);
            String otherFile = problem.code() == ProblemCode.DUPLICATE_SUBMISSION ? "b.csv" : "a.csv";

            assertThat(details.emptied(problem).details()).doesNotContain("a.csv", "b.csv", "c.csv");
            assertThat(details.filled(details.emptied(problem), otherFile, 2)).isEqualTo(problem);
        }
        assertThat(submission.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.DUPLICATE_SUBMISSION, ProblemCode.NO_FINAL_ASSESSMENT);
    }

    private static Problem problem(String key) {
        String[] words = key.split("\\.", -1);
        return Problem.of(ProblemCode.of(words[0]), "a.csv", 2).withVariant(words.length > 1 ? words[1] : "");
    }
}
