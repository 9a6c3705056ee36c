package org.mera.submission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/**
 * A line of a form that was handed over to a command.
 *
 * @param record  its number in the file, the header's is 1
 * @param company INN or code, as it is stored; empty where the line names nobody
 * @param fields  the texts by the canonical names of the form's columns; a column that the file does not have is missing
 */
public record FormLine(int record, String company, Map<String, String> fields) {

    public FormLine {
        fields = Map.copyOf(fields);
    }

    /** {@return the text of a field} Empty where the file has no such column, or the line ends before it. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** {@return whether a field says that there is nothing} Empty, a dash or «нет». */
    public boolean isNothing(String name) {
        return Words.isNothing(field(name));
    }

    /** {@return the whole number that stands in a field} Empty where none does. {@code 7}, {@code 07} and Excel's {@code 7,0} are 7. */
    public OptionalInt whole(String name) {
        int number = PlainDecimal.whole(field(name));
        return number == PlainDecimal.NONE ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** {@return the day that stands in a field} Empty where none does: {@link #dayProblem} says why. */
    public Optional<LocalDate> day(String name) {
        return DocumentDate.parse(field(name)).filter(date -> !date.partial()).map(DocumentDate::firstDay);
    }

    /** {@return the problem {@code bad-date} of a field that holds no day, or one after today} */
    public Optional<Problem> dayProblem(String file, String name, LocalDate today) {
        String text = field(name);
        Optional<LocalDate> day = day(name);
        if (day.isPresent() && !day.get().isAfter(today)) {
            return Optional.empty();
        }
        Problem problem = problem(ProblemCode.BAD_DATE, file).withColumn(name).withValue(text);
        if (day.isPresent()) {
            return Optional.of(problem.withVariant("future"));
        }
        String variant = text.isEmpty() ? "blank" : DocumentDate.isImpossible(text) ? "impossible" : "";
        return Optional.of(problem.withVariant(variant));
    }

    /** {@return a problem of this line and its company} */
    public Problem problem(ProblemCode code, String file) {
        return Problem.of(code, file, record).withCompany(company);
    }
}
