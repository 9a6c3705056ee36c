package org.mera.submission;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Criterion;

/**
 * What the scores of the Table that counts leave to be verified: full points without what they build on, and gaps to what the company gave itself.
 * Scores are those of {@link PackedScores}; of a cell without a sound one nothing is said.
 */
final class ScoreWarnings {

    /** Makes a problem at the line of a criterion of the Table that counts. */
    interface AtLine {

        Problem of(ProblemCode code, int criterion);
    }

    private static final int UNSOUND = 255;

    private final TableForm form;
    private final List<Criterion> dependent;
    private final int maximum;
    private final int gap;

    ScoreWarnings(TableForm form) {
        this.form = form;
        dependent = form.methodology().criteria().stream()
                .filter(criterion -> !criterion.dependsOn().isEmpty())
                .toList();
        maximum = form.methodology().scale().maximumUnits();
        gap = form.methodology().thresholds().expertGap();
    }

    /** Adds a problem for each cell of full points where the same column of a criterion that it depends on has none. */
    void addUnmet(byte[] scores, AtLine line, Collection<Problem> problems) {
        for (Criterion criterion : dependent) {
            for (int column = 0; column < form.columnCount(); column++) {
                if (score(scores, criterion.number(), column) == maximum && isUnmet(scores, criterion, column)) {
                    problems.add(unmet(scores, criterion, column, line));
                }
            }
        }
    }

    /** Adds a problem for each cell in which the company's score, of its first Table that has such a one, is far from the expert's. */
    void addGaps(byte[] expert, List<byte[]> own, AtLine line, Collection<Problem> problems) {
        if (own.isEmpty()) {
            return;
        }
        for (int criterion = 1; criterion <= form.criterionCount(); criterion++) {
            for (int column = 0; column < form.columnCount(); column++) {
                Problem problem = gap(expert, own, criterion, column, line);
                if (problem != null) {
                    problems.add(problem);
                }
            }
        }
    }

    private @Nullable Problem gap(byte[] expert, List<byte[]> own, int criterion, int column, AtLine line) {
        int given = score(expert, criterion, column);
        for (byte[] scores : own) {
            int said = score(scores, criterion, column);
            if (given != UNSOUND && said != UNSOUND && Math.abs(given - said) >= gap) {
                return line.of(ProblemCode.SELF_EXPERT_GAP, criterion)
                        .withColumn(form.columnNumber(column))
                        .withValue(form.points(said))
                        .withDetails(form.points(given));
            }
        }
        return null;
    }

    private boolean isUnmet(byte[] scores, Criterion criterion, int column) {
        for (int other : criterion.dependsOn()) {
            if (score(scores, other, column) == 0) {
                return true;
            }
        }
        return false;
    }

    private Problem unmet(byte[] scores, Criterion criterion, int column, AtLine line) {
        List<String> lacking = criterion.dependsOn().stream()
                .sorted()
                .filter(other -> score(scores, other, column) == 0)
                .map(other -> Integer.toString(other))
                .toList();
        String points = form.points(maximum);
        return line.of(ProblemCode.DEPENDENCY_UNMET, criterion.number())
                .withColumn(form.columnNumber(column))
                .withValue(points)
                .withVariant(lacking.size() == 1 ? "" : "several")
                .withDetails(points, lacking.stream().collect(Collectors.joining(", ")));
    }

    private int score(byte[] scores, int criterion, int column) {
        return scores[form.cell(criterion, column)] & 0xff;
    }
}
