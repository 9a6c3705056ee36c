package org.mera.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.mera.csv.Problem;
import org.mera.submission.CheckedFiles;

/** Problems as {@code validate} prints them: where, what was found, what to do. */
final class CheckText {

    private final PrintWriter out;
    private final Locale language;
    private final Map<String, String> headings;
    private final BiFunction<Problem, Locale, String> wording;

    CheckText(PrintWriter out, Locale language, BiFunction<Problem, Locale, String> wording) {
        this(out, language, wording, Map.of());
    }

    /** @param headings of the fields, as they stand in the file */
    CheckText(
            PrintWriter out,
            Locale language,
            BiFunction<Problem, Locale, String> wording,
            Map<String, String> headings) {
        this.headings = headings;
        this.out = out;
        this.language = language;
        this.wording = wording;
    }

    void print(CheckedFiles checked) {
        print(checked.problems());
        if (!checked.problems().isEmpty()) {
            out.println();
        }
        out.println(Numbers.of(checked.files(), "file", "files") + ", "
                + Numbers.of(checked.companies(), "company", "companies") + " with a Table"
                + (checked.companies() == 0 ? "" : " (" + Numbers.count(checked.accepted()) + " without an error)")
                + (checked.year() == null ? "" : ", rated year " + checked.year()) + ": "
                + Numbers.of(checked.errors(), "error", "errors") + ", "
                + Numbers.of(checked.warnings(), "warning", "warnings"));
        leftOut(checked).forEach(check -> out.println("left out: " + check));
    }

    void print(List<Problem> problems) {
        problems.forEach(problem -> out.println(line(problem)));
    }

    /** The mark stands before the place, so that the place and all behind it read as in problems.csv. */
    private String line(Problem problem) {
        return (problem.isError() ? "error    " : "warning  ") + problem.file() + ":" + problem.line() + ": "
                + cell(problem) + wording.apply(problem, language) + " ["
                + problem.code().code() + "]";
    }

    private String cell(Problem problem) {
        boolean english = language.getLanguage().equals("en");
        List<String> parts = new ArrayList<>();
        if (problem.criterion() != null) {
            parts.add((english ? "criterion " : "критерий ") + problem.criterion());
        }
        if (!problem.column().isEmpty()) {
            parts.add((english ? "column " : "столбец ") + column(problem.column()));
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ": ";
    }

    private String column(String field) {
        String heading = headings.get(field);
        return heading == null ? field : "«" + heading + "»";
    }

    private static List<String> leftOut(CheckedFiles checked) {
        List<String> leftOut = new ArrayList<>();
        if (checked.year() == null && checked.companies() > 0) {
            leftOut.add("whether the rated year is right (no Table names one; give --year)");
        }
        if (!checked.register()) {
            leftOut.add("whether the companies are registered (no register among the files)");
        }
        if (!checked.documents()) {
            leftOut.add("whether the cited documents are listed and sound (no list of documents among the files)");
        }
        return leftOut;
    }
}
