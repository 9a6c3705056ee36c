package org.mera.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.submission.FormContent;
import org.mera.submission.FormLine;
import org.mera.submission.FormReader;

/** Checks a file of decisions whole: every problem of every line is told at once. */
public final class DecisionFile {

    private static final int LONGEST_CLASS = 40;

    private final String file;
    private final Methodology methodology;
    private final Function<String, Optional<CompanyState>> known;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final List<DecisionLine> lines = new ArrayList<>();
    private final Map<String, Integer> records = new HashMap<>();

    private DecisionFile(
            String file, Methodology methodology, Function<String, Optional<CompanyState>> known, LocalDate today) {
        this.file = file;
        this.methodology = methodology;
        this.known = known;
        this.today = today;
    }

    /**
     * What a file of decisions says.
     *
     * @param problems in the order of problems.csv; warnings among them
     * @param lines    that have no error, in the file's order
     */
    public record Checked(List<Problem> problems, List<DecisionLine> lines) {

        public Checked {
            problems = List.copyOf(problems);
            lines = List.copyOf(lines);
        }

        /** {@return whether all of the file may be applied} */
        public boolean isSound() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /**
     * {@return what the file says, with all its problems}
     *
     * @param methodology with the classes of the rating
     * @param known       what is known of a company of the register; empty where it is not in it
     * @param today       no protocol is of a later day
     */
    public static Checked check(
            FormContent content,
            Methodology methodology,
            Function<String, Optional<CompanyState>> known,
            LocalDate today) {
        DecisionFile decisions = new DecisionFile(content.file(), methodology, known, today);
        decisions.problems.addAll(content.problems());
        content.lines().forEach(decisions::check);
        decisions.problems.sort(Problem.ORDER);
        return new Checked(decisions.problems, decisions.lines);
    }

    private void check(FormLine line) {
        int before = problems.size();
        checkCompany(line);
        boolean ofClass = isOfClass(line);
        int criterion = ofClass ? 0 : criterion(line);
        int column = ofClass ? 0 : column(line);
        int score = ofClass ? 0 : score(line);
        String scoreClass = scoreClass(line, ofClass);
        require(line, "reason", "");
        require(line, "protocol", "protocol");
        line.dayProblem(file, "date", today).ifPresent(problem -> add(problem, criterion, column));
        if (!line.company().isEmpty() && (ofClass || (criterion > 0 && column > 0))) {
            checkOnce(line, criterion, column);
        }
        if (problems.size() == before && !line.company().isEmpty()) {
            lines.add(decided(line, ofClass, criterion, column, score, scoreClass));
        }
    }

    private DecisionLine decided(
            FormLine line, boolean ofClass, int criterion, int column, int score, String scoreClass) {
        LocalDate date = line.day("date").orElseThrow();
        String evidence = line.isNothing("evidence") ? "" : line.field("evidence");
        return ofClass
                ? new DecisionLine.OfClass(
                        line.record(),
                        new ClassDecision(
                                line.company(), scoreClass, line.field("reason"), line.field("protocol"), date))
                : new DecisionLine.OfCell(
                        line.record(),
                        new Decision(
                                line.company(),
                                criterion,
                                column,
                                score,
                                evidence,
                                line.field("reason"),
                                line.field("protocol"),
                                date));
    }

    private void checkCompany(FormLine line) {
        if (line.company().isEmpty()) {
            return;
        }
        Optional<CompanyState> state = known.apply(line.company());
        if (state.isEmpty()) {
            problems.add(line.problem(ProblemCode.UNKNOWN_COMPANY, file).withValue(line.company()));
        } else if (state.get().expertScores() == null) {
            problems.add(line.problem(ProblemCode.NOT_ACCEPTED, file).withValue(line.company()));
        }
    }

    /** Where the file has the column, a line without a cell decides on a class; an empty class gives it back to the scale. */
    private static boolean isOfClass(FormLine line) {
        return line.fields().containsKey("class")
                && line.field("criterion").isEmpty()
                && line.field("column").isEmpty()
                && line.field("score").isEmpty();
    }

    private int criterion(FormLine line) {
        OptionalInt number = line.whole("criterion");
        if (number.isPresent() && methodology.criterion(number.getAsInt()).isPresent()) {
            return number.getAsInt();
        }
        String found = line.field("criterion");
        problems.add(line.problem(ProblemCode.UNKNOWN_CRITERION, file)
                .withColumn("criterion")
                .withValue(found)
                .withVariant(found.isEmpty() ? "blank" : "")
                .withDetails(Integer.toString(methodology.criterionCount())));
        return 0;
    }

    private int column(FormLine line) {
        OptionalInt number = line.whole("column");
        List<Integer> numbers =
                methodology.columns().stream().map(Column::number).toList();
        if (number.isPresent() && numbers.contains(number.getAsInt())) {
            return number.getAsInt();
        }
        String found = line.field("column");
        problems.add(line.problem(ProblemCode.UNKNOWN_COLUMN, file)
                .withColumn("column")
                .withValue(found)
                .withVariant(found.isEmpty() ? "blank" : "")
                .withDetails(numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        return 0;
    }

    private int score(FormLine line) {
        String found = line.field("score");
        OptionalInt units = methodology.scale().units(found);
        if (units.isPresent()) {
            return units.getAsInt();
        }
        problems.add(line.problem(found.isEmpty() ? ProblemCode.BLANK_SCORE : ProblemCode.BAD_SCORE, file)
                .withColumn("score")
                .withValue(found)
                .withDetails(FormReader.scaleInWords(methodology).toArray(String[]::new)));
        return 0;
    }

    /** Where the rating has no bands, the committee may give any class. */
    private String scoreClass(FormLine line, boolean ofClass) {
        String found = line.isNothing("class") ? "" : line.field("class");
        if (found.isEmpty()) {
            return "";
        }
        List<String> labels =
                methodology.classes().stream().map(ScoreClass::label).toList();
        @Nullable Problem problem = null;
        if (!ofClass) {
            problem = line.problem(ProblemCode.UNKNOWN_CLASS, file).withVariant("with-cell");
        } else if (!labels.isEmpty() && !labels.contains(found)) {
            problem = line.problem(ProblemCode.UNKNOWN_CLASS, file).withDetails(String.join(", ", labels));
        } else if (found.codePointCount(0, found.length()) > LONGEST_CLASS) {
            problem = line.problem(ProblemCode.UNKNOWN_CLASS, file).withVariant("too-long");
        }
        if (problem != null) {
            problems.add(problem.withColumn("class").withValue(found));
        }
        return found;
    }

    private void require(FormLine line, String field, String variant) {
        if (line.isNothing(field)) {
            problems.add(line.problem(ProblemCode.MISSING_REASON, file)
                    .withVariant(variant)
                    .withColumn(field)
                    .withValue(line.field(field)));
        }
    }

    private void checkOnce(FormLine line, int criterion, int column) {
        String cell = line.company() + " " + criterion + "/" + column;
        @Nullable Integer first = records.putIfAbsent(cell, line.record());
        if (first != null) {
            add(
                    line.problem(ProblemCode.DUPLICATE_DECISION, file)
                            .withVariant(criterion == 0 ? "class" : "")
                            .withDetails(Integer.toString(first)),
                    criterion,
                    column);
        }
    }

    private void add(Problem problem, int criterion, int column) {
        Problem placed = criterion == 0 ? problem : problem.withCriterion(criterion);
        problems.add(column == 0 || !problem.column().isEmpty() ? placed : placed.withColumn(column));
    }
}
