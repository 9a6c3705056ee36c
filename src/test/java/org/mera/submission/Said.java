package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.mera.csv.Problem;

/** What a submission's problems say, in the order of problems.csv, for whole comparisons. */
final class Said {

    private final List<Problem> problems;

    private Said(List<Problem> problems) {
        this.problems = problems.stream().sorted(Problem.ORDER).toList();
    }

    static Said by(Submission submission) {
        return new Said(submission.problems());
    }

    /** Compares place, severity and code of all problems: {@code table.csv:8 7/5 error bad-score «0,7»}. */
    Said places(String... expected) {
        assertThat(problems).extracting(Said::place).containsExactly(expected);
        return this;
    }

    Said english(String... expected) {
        assertThat(problems)
                .extracting(problem -> problem.message(Locale.ENGLISH))
                .containsExactly(expected);
        return this;
    }

    Said russian(String... expected) {
        assertThat(problems)
                .extracting(problem -> problem.message(Locale.forLanguageTag("ru")))
                .containsExactly(expected);
        return this;
    }

    private static String place(Problem problem) {
        String criterion = problem.criterion() == null ? "" : Integer.toString(problem.criterion());
        return problem.file() + ":" + problem.line() + " " + criterion + "/" + problem.column() + " "
                + problem.severity().word() + " " + problem.code().code() + " «" + problem.value() + "»";
    }
}
