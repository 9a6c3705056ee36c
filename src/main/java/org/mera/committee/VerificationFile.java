package org.mera.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.submission.Form;
import org.mera.submission.FormContent;
import org.mera.submission.FormLine;
import org.mera.submission.Headings;

/**
 * Checks a verification file whole: every problem of every line is told at once. {@code verification.csv} is such a file once it is filled in: its
 * further columns mean nothing here, and a line in which nothing was asked and nothing found is left out.
 */
public final class VerificationFile {

    private static final List<String> SAID = List.of("request", "answer", "outcome", "verifier", "date");
    private static final Set<String> OF_THE_LIST = Set.of("name", "rank", "code", "value", "reason", "file", "line");

    private final String file;
    private final Methodology methodology;
    private final Set<String> fields;
    private final Predicate<String> known;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Verification.Subject, Line> first = new HashMap<>();

    private VerificationFile(String file, Methodology methodology, Predicate<String> known, LocalDate today) {
        this.file = file;
        this.methodology = methodology;
        this.known = known;
        this.today = today;
        Headings headings = Headings.of(methodology);
        fields = Set.of(Form.COMPANIES, Form.TABLE, Form.DOCUMENTS).stream()
                .flatMap(form -> headings.fields(form).stream())
                .filter(field -> !isOfAColumn(field))
                .collect(Collectors.toSet());
    }

    /** {@return whether a field of the form belongs to a column of the Table} That is named by its number. */
    private boolean isOfAColumn(String field) {
        return methodology.columns().stream().anyMatch(column -> field.startsWith(column.heading()));
    }

    /** A line of the file, and its record. */
    public record Line(int record, Verification verification) {}

    /**
     * What a verification file says.
     *
     * @param problems in the order of problems.csv; warnings among them
     * @param lines    that have no error, in the file's order, each subject once
     */
    public record Checked(List<Problem> problems, List<Line> lines) {

        public Checked {
            problems = List.copyOf(problems);
            lines = List.copyOf(lines);
        }

        /** {@return whether all of the file may be taken} */
        public boolean isSound() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /**
     * {@return what the file says, with all its problems}
     *
     * @param known whether a company is in the register
     * @param today nothing is found on a later day
     */
    public static Checked check(
            FormContent content, Methodology methodology, Predicate<String> known, LocalDate today) {
        VerificationFile verifications = new VerificationFile(content.file(), methodology, known, today);
        content.problems().stream().filter(problem -> !isOfTheList(problem)).forEach(verifications.problems::add);
        content.lines().forEach(verifications::check);
        verifications.problems.sort(Problem.ORDER);
        return new Checked(verifications.problems, verifications.lines);
    }

    /** {@return whether a line says anything, or was only listed} */
    public static boolean isAsked(FormLine line) {
        return !SAID.stream().allMatch(line::isNothing);
    }

    private static boolean isOfTheList(Problem problem) {
        return problem.code() == ProblemCode.EXTRA_COLUMN && OF_THE_LIST.contains(problem.value());
    }

    private void check(FormLine line) {
        if (!isAsked(line)) {
            return;
        }
        int before = problems.size();
        if (!line.company().isEmpty() && !known.test(line.company())) {
            problems.add(line.problem(ProblemCode.UNKNOWN_COMPANY, file).withValue(line.company()));
        }
        Integer criterion = criterion(line);
        String column = column(line);
        if (line.isNothing("request")) {
            problems.add(line.problem(ProblemCode.MISSING_REASON, file)
                    .withVariant("request")
                    .withColumn("request")
                    .withValue(line.field("request")));
        }
        Optional<Verification.Outcome> outcome = outcome(line);
        LocalDate date = date(line, outcome.orElse(Verification.Outcome.OPEN));
        if (problems.size() == before && !line.company().isEmpty() && outcome.isPresent()) {
            add(
                    line,
                    new Verification(
                            line.company(),
                            criterion,
                            column,
                            line.field("request"),
                            text(line, "answer"),
                            outcome.get(),
                            text(line, "verifier"),
                            date));
        }
    }

    private static String text(FormLine line, String field) {
        return line.isNothing(field) ? "" : line.field(field);
    }

    /** A cell with several warnings stands on several lines of the list: where all say the same, it is said once. */
    private void add(FormLine line, Verification verification) {
        Line added = new Line(line.record(), verification);
        Line former = first.putIfAbsent(verification.subject(), added);
        if (former == null) {
            lines.add(added);
        } else if (!former.verification().equals(verification)) {
            problems.add(line.problem(ProblemCode.DUPLICATE_VERIFICATION, file)
                    .withCriterion(verification.criterion())
                    .withColumn(verification.column())
                    .withDetails(Integer.toString(former.record())));
        }
    }

    private @Nullable Integer criterion(FormLine line) {
        if (line.isNothing("criterion")) {
            return null;
        }
        OptionalInt number = line.whole("criterion");
        if (number.isEmpty() || methodology.criterion(number.getAsInt()).isEmpty()) {
            problems.add(line.problem(ProblemCode.UNKNOWN_CRITERION, file)
                    .withColumn("criterion")
                    .withValue(line.field("criterion"))
                    .withDetails(Integer.toString(methodology.criterionCount())));
            return null;
        }
        return number.getAsInt();
    }

    /** A column of the Table, or a field of a form, as problems name it. */
    private String column(FormLine line) {
        if (line.isNothing("column")) {
            return "";
        }
        String found = line.field("column");
        List<Integer> numbers =
                methodology.columns().stream().map(Column::number).toList();
        OptionalInt number = line.whole("column");
        if (number.isPresent() ? numbers.contains(number.getAsInt()) : fields.contains(found)) {
            return number.isPresent() ? Integer.toString(number.getAsInt()) : found;
        }
        problems.add(line.problem(ProblemCode.UNKNOWN_COLUMN, file)
                .withColumn("column")
                .withValue(found)
                .withDetails(numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        return "";
    }

    private Optional<Verification.Outcome> outcome(FormLine line) {
        String found = line.field("outcome");
        Optional<Verification.Outcome> outcome = Verification.Outcome.of(found);
        if (outcome.isEmpty()) {
            problems.add(line.problem(ProblemCode.UNKNOWN_OUTCOME, file)
                    .withColumn("outcome")
                    .withValue(found)
                    .withVariant(line.isNothing("outcome") ? "blank" : ""));
        }
        return outcome;
    }

    private @Nullable LocalDate date(FormLine line, Verification.Outcome outcome) {
        if (outcome == Verification.Outcome.OPEN && line.isNothing("date")) {
            return null;
        }
        line.dayProblem(file, "date", today).ifPresent(problems::add);
        return line.day("date").orElse(null);
    }
}
