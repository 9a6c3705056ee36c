package org.mera.export;

import java.io.IOException;
import org.mera.csv.CsvOutput;
import org.mera.csv.Problem;

/** A problem as a line of a file: the same nine fields wherever problems are listed. */
final class ProblemLine {

    private ProblemLine() {}

    static void write(CsvOutput csv, Problem problem, String severity, String message) throws IOException {
        csv.text(problem.file());
        // A file that could not be opened has no line.
        csv.number(problem.line() > 0 ? Integer.toString(problem.line()) : "");
        csv.text(problem.company());
        Integer criterion = problem.criterion();
        csv.number(criterion == null ? "" : criterion.toString());
        column(csv, problem.column());
        csv.text(severity);
        csv.text(problem.code().code());
        csv.text(problem.value());
        csv.text(message);
        csv.end();
    }

    /** A column of the Table is a number, a field of a form is a word. */
    static void column(CsvOutput csv, String column) {
        for (int i = 0; i < column.length(); i++) {
            if (column.charAt(i) < '0' || column.charAt(i) > '9') {
                csv.text(column);
                return;
            }
        }
        csv.number(column);
    }
}
