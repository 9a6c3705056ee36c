package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

class ProblemsCsvTest {

    @Test
    void writesEveryProblemInOrder() {
        Golden.assertWrites(
                "problems.csv",
                out -> ProblemsCsv.write(SampleRating.problems().iterator(), SampleRating::wording, "inn", out));
    }

    @Test
    void hasItsHeaderWithoutProblems() {
        assertThat(Golden.text(out -> ProblemsCsv.write(Collections.emptyIterator(), Locale.ENGLISH, "id", out)))
                .isEqualTo("file,line,id,criterion,column,severity,code,value,message\n");
    }

    @Test
    void refusesProblemsOutOfOrder() {
        List<Problem> problems =
                List.of(Problem.of(ProblemCode.BAD_SCORE, "a.csv", 10), Problem.of(ProblemCode.BAD_DATE, "a.csv", 9));

        assertThatIllegalStateException()
                .isThrownBy(() -> ProblemsCsv.write(
                        problems.iterator(), SampleRating::wording, "inn", new ByteArrayOutputStream()))
                .withMessage("Problems out of order: a.csv:10 bad-score before a.csv:9 bad-date");
    }
}
