package org.mera.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.mera.csv.Problem;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodology;
import org.mera.submission.Headings;

/** The lines that say what is wrong with a submission, or has to be verified: a company's under its name, a sentence each. */
final class FindingRows {

    private final Wording wording;
    private final Locale language;
    private final String identity;
    private final Headings headings;

    FindingRows(Methodology methodology, Papers papers) {
        this.wording = papers.wording();
        this.language = papers.language();
        this.headings = Headings.of(methodology);
        this.identity = methodology.identification() == Identification.INN ? "inn" : "code";
    }

    /** {@return a line for each problem} A company without any, which cannot be, would still be named. */
    Iterator<FindingRow> of(Iterator<CompanyFindings> companies) {
        return new Iterator<>() {
            private final Deque<FindingRow> ofOne = new ArrayDeque<>();

            @Override
            public boolean hasNext() {
                while (ofOne.isEmpty() && companies.hasNext()) {
                    ofOne.addAll(rows(companies.next()));
                }
                return !ofOne.isEmpty();
            }

            @Override
            public FindingRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ofOne.remove();
            }
        };
    }

    private List<FindingRow> rows(CompanyFindings company) {
        String title = title(company);
        String details = details(company);
        if (company.problems().isEmpty()) {
            return List.of(
                    new FindingRow(company.company(), title, details, "", wording.text("committee.none"), "", false));
        }
        return company.problems().stream()
                .map(problem -> new FindingRow(
                        company.company(),
                        title,
                        details,
                        cell(problem),
                        problem.message(language),
                        place(problem),
                        problem.isError()))
                .toList();
    }

    private String title(CompanyFindings company) {
        return title(company.name());
    }

    /** {@return a company's name, or that the register has none} */
    String title(String name) {
        return name.isEmpty() ? wording.text("committee.findings.unnamed") : name;
    }

    private String details(CompanyFindings company) {
        long errors = company.problems().stream().filter(Problem::isError).count();
        long warnings = company.problems().size() - errors;
        String known = identity(company.company());
        Integer rank = company.rank();
        return rank == null
                ? wording.text("committee.findings.unranked", errors, warnings, known)
                : wording.text("committee.findings.ranked", rank, warnings, known);
    }

    /** {@return a company's INN or code with the word for it} */
    String identity(String company) {
        return wording.text("committee.findings." + identity, company);
    }

    /** {@return the lines of companies that handed in nothing, one a company} */
    Iterator<AbsentRow> absent(Iterator<CompanyFindings> companies) {
        return map(
                companies,
                company -> new AbsentRow(
                        title(company),
                        identity(company.company()),
                        company.problems().stream()
                                .map(problem -> problem.message(language))
                                .collect(Collectors.joining("\n"))));
    }

    /** {@return the lines of problems that are no company's} */
    Iterator<FileRow> files(Iterator<Problem> problems) {
        return map(
                problems,
                problem -> new FileRow(problem.file(), line(problem), problem.message(language), problem.isError()));
    }

    private static <T, R> Iterator<R> map(Iterator<T> all, java.util.function.Function<T, R> row) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public R next() {
                return row.apply(all.next());
            }
        };
    }

    /** {@return which cell of the Table is meant, as far as one is} */
    private String cell(Problem problem) {
        Integer criterion = problem.criterion();
        String column = column(problem.column());
        if (criterion == null) {
            return column;
        }
        String text = wording.text("committee.findings.criterion", criterion);
        return column.isEmpty() ? text : text + ", " + column;
    }

    private String column(String column) {
        if (column.isEmpty()) {
            return "";
        }
        boolean ofTheTable = column.chars().allMatch(c -> c >= '0' && c <= '9');
        return ofTheTable
                ? wording.text("committee.findings.column", column)
                : wording.text("committee.findings.field", field(column));
    }

    private String field(String name) {
        return language.getLanguage().equals("en") ? name : headings.russian(name);
    }

    private static String place(Problem problem) {
        String line = line(problem);
        return line.isEmpty() ? problem.file() : problem.file() + ":" + line;
    }

    /** A file that could not be opened has no line. */
    private static String line(Problem problem) {
        return problem.line() > 0 ? Integer.toString(problem.line()) : "";
    }

    /**
     * A problem's line.
     *
     * @param company by which lines are grouped
     * @param cell    criterion and column, or empty
     */
    record FindingRow(
            String company, String title, String details, String cell, String sentence, String place, boolean error) {}

    /** A company that handed in nothing. */
    record AbsentRow(String title, String identity, String sentences) {}

    /** A problem of no company. */
    record FileRow(String file, String line, String sentence, boolean error) {}
}
