package org.mera.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/** A problem of a file, as the API tells of it: like a line of problems.csv. */
record ApiProblemOfFile(
        String file,
        int line,
        String company,
        @Nullable Integer criterion,
        String column,
        String severity,
        String code,
        String value,
        String message) {

    static ApiProblemOfFile of(Problem problem, Locale language) {
        return new ApiProblemOfFile(
                problem.file(),
                problem.line(),
                problem.company(),
                problem.criterion(),
                problem.column(),
                problem.severity().word(),
                problem.code().code(),
                problem.value(),
                problem.message(language));
    }
}
