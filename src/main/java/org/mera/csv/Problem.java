package org.mera.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault found in a file that was handed in: where it stands, what was found, and what to do.
 *
 * @param file      path relative to the inbox, with {@code /}
 * @param line      the record, header = 1, empty ones counted (for {@code bad-encoding} and {@code malformed-csv} the physical line)
 * @param company   INN or code of the company; empty where none is known
 * @param criterion number of the criterion, or null where the problem is of none
 * @param column    number of the Table's column, or the name of the field; empty where the problem is of none
 * @param variant   empty, or which wording of the code's message is meant: {@code bad-inn} + {@code damaged} is {@code bad-inn.damaged}
 * @param value     what was found, as it stood in the file
 * @param details   what the message's {@code {0}}, {@code {1}}… stand for; one that begins with {@code @} is itself a key of the wording
 */
public record Problem(
        String file,
        int line,
        String company,
        @Nullable Integer criterion,
        String column,
        Severity severity,
        ProblemCode code,
        String variant,
        String value,
        List<String> details) {

    /** The order of problems.csv: file (code points), line, column, criterion, code, company, value. */
    public static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file, CodePoints.ORDER)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::column, CodePoints.ORDER)
            .thenComparing(Problem::criterion, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(problem -> problem.code().code(), CodePoints.ORDER)
            .thenComparing(Problem::company, CodePoints.ORDER)
            .thenComparing(Problem::value, CodePoints.ORDER)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::variant, CodePoints.ORDER)
            .thenComparing(problem -> String.join("\u001f", problem.details()), CodePoints.ORDER);

    public Problem {
        details = List.copyOf(details);
    }

    /** {@return a problem of a place in a file, with its code's own severity} Add what is known by the {@code with…} methods. */
    public static Problem of(ProblemCode code, String file, int line) {
        return new Problem(file, line, "", null, "", code.severity(), code, "", "", List.of());
    }

    public Problem withCompany(String newCompany) {
        return new Problem(file, line, newCompany, criterion, column, severity, code, variant, value, details);
    }

    public Problem withCriterion(@Nullable Integer newCriterion) {
        return new Problem(file, line, company, newCriterion, column, severity, code, variant, value, details);
    }

    public Problem withColumn(String newColumn) {
        return new Problem(file, line, company, criterion, newColumn, severity, code, variant, value, details);
    }

    public Problem withColumn(int number) {
        return withColumn(Integer.toString(number));
    }

    public Problem withVariant(String newVariant) {
        return new Problem(file, line, company, criterion, column, severity, code, newVariant, value, details);
    }

    public Problem withValue(String newValue) {
        return new Problem(file, line, company, criterion, column, severity, code, variant, newValue, details);
    }

    public Problem withDetails(String... newDetails) {
        return new Problem(file, line, company, criterion, column, severity, code, variant, value, List.of(newDetails));
    }

    /** {@return the same fault where it does not count} */
    public Problem asWarning() {
        return new Problem(file, line, company, criterion, column, Severity.WARNING, code, variant, value, details);
    }

    /** {@return whether it keeps its company out of the ranking} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@return the sentence that says what was found, what is allowed and what to do} Russian or English. */
    public String message(Locale locale) {
        return ProblemMessages.in(locale).sentence(this);
    }
}
