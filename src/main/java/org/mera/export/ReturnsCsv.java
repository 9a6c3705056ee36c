package org.mera.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mera.csv.CsvOutput;
import org.mera.csv.Problem;
import org.mera.csv.Severity;
import org.mera.methodology.Identification;

/** {@code returns/INN.csv}: the problems of one company, to be sent back, as Excel in Russian opens it. */
public final class ReturnsCsv {

    private static final List<String> RUSSIAN =
            List.of("Файл", "Строка", "ИНН", "Критерий", "Столбец", "Важность", "Код", "Значение", "Что исправить");
    private static final List<String> ENGLISH =
            List.of("File", "Line", "INN", "Criterion", "Column", "Severity", "Code", "Value", "What to do");
    private static final int IDENTITY = 2;
    private static final int CODE = 6;

    private ReturnsCsv() {}

    /**
     * Writes the problems of a company, in whatever order they come, by {@link Problem#ORDER} and closes the stream.
     *
     * @param language of headings, severities and messages: Russian where it is not English
     */
    public static void write(
            Collection<Problem> problems, Locale language, Identification identification, OutputStream out)
            throws IOException {
        write(problems, language, problem -> problem.message(language), identification, out);
    }

    static void write(
            Collection<Problem> problems,
            Locale language,
            Function<Problem, String> wording,
            Identification identification,
            OutputStream out)
            throws IOException {
        boolean english = language.getLanguage().equals("en");
        try (CsvOutput csv = CsvOutput.excel(out)) {
            header(csv, english ? ENGLISH : RUSSIAN, Headings.identity(identification, language));
            for (Problem problem : problems.stream().sorted(Problem.ORDER).toList()) {
                String severity = english ? problem.severity().word() : russian(problem.severity());
                ProblemLine.write(csv, problem, severity, wording.apply(problem));
            }
        }
    }

    private static void header(CsvOutput csv, List<String> headings, String identity) throws IOException {
        for (int i = 0; i < headings.size(); i++) {
            String heading = i == IDENTITY ? identity : headings.get(i);
            // Where «Код» is the rated one's identity, the problem's code needs another word.
            boolean taken = i == CODE && heading.equals(identity);
            csv.text(taken ? heading + " замечания" : heading);
        }
        csv.end();
    }

    private static String russian(Severity severity) {
        return switch (severity) {
            case ERROR -> "ошибка";
            case WARNING -> "предупреждение";
        };
    }
}
