package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CsvOutput;
import org.mera.csv.Problem;

/** {@code problems.csv}: every problem of every file, a line each. */
public final class ProblemsCsv {

    private ProblemsCsv() {}

    /**
     * Writes the problems and closes the stream. Without problems there is the header alone.
     *
     * @param inOrder         by {@link Problem#ORDER}: the order is checked, not made, so that they need not fit in memory
     * @param language        of the messages; headings and severities are English always
     * @param identityHeading {@code inn} or {@code id}, see {@link Headings}
     * @throws IllegalStateException where the problems are not in order
     */
    public static void write(Iterator<Problem> inOrder, Locale language, String identityHeading, OutputStream out)
            throws IOException {
        write(inOrder, problem -> problem.message(language), identityHeading, out);
    }

    static void write(
            Iterator<Problem> inOrder, Function<Problem, String> wording, String identityHeading, OutputStream out)
            throws IOException {
        try (CsvOutput csv = CsvOutput.data(out)) {
            csv.text("file")
                    .text("line")
                    .text(identityHeading)
                    .text("criterion")
                    .text("column");
            csv.text("severity").text("code").text("value").text("message").end();
            Problem last = null;
            while (inOrder.hasNext()) {
                Problem problem = inOrder.next();
                requireOrder(last, problem);
                ProblemLine.write(csv, problem, problem.severity().word(), wording.apply(problem));
                last = problem;
            }
        }
    }

    private static void requireOrder(@Nullable Problem last, Problem next) {
        if (last != null && Problem.ORDER.compare(last, next) > 0) {
            throw new IllegalStateException("Problems out of order: " + place(last) + " before " + place(next));
        }
    }

    private static String place(Problem problem) {
        return problem.file() + ":" + problem.line() + " " + problem.code().code();
    }
}
