package org.mera.submission;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.Methodology;

/** What a Table of a methodology looks like, computed once for the millions of lines that are read by it. */
final class TableForm {

    private static final int MOST_SCORES_LISTED = 6;

    private final Methodology methodology;
    private final int[] columns;
    private final int[] directions;
    private final List<Set<DocumentKind>> kinds;
    private final boolean[] yearBoundColumns;
    private final boolean[] yearBoundCells;
    private final int step;
    private final int maximum;

    TableForm(Methodology methodology) {
        this.methodology = methodology;
        columns = methodology.columns().stream().mapToInt(Column::number).toArray();
        directions = methodology.criteria().stream()
                .mapToInt(criterion -> criterion.directions().size())
                .toArray();
        kinds = methodology.columns().stream().map(TableForm::kinds).toList();
        yearBoundColumns = new boolean[columns.length];
        yearBoundCells = new boolean[directions.length * columns.length];
        for (int column = 0; column < columns.length; column++) {
            yearBoundColumns[column] = methodology.columns().get(column).yearBound();
            for (Criterion criterion : methodology.criteria()) {
                yearBoundCells[cell(criterion.number(), column)] =
                        yearBoundColumns[column] || criterion.yearBound().contains(columns[column]);
            }
        }
        step = methodology.scale().step().movePointRight(1).intValueExact();
        maximum = methodology.scale().maximumUnits();
    }

    Methodology methodology() {
        return methodology;
    }

    int criterionCount() {
        return directions.length;
    }

    int columnCount() {
        return columns.length;
    }

    /** {@return the number of a column in the Table's heading} From its place, 0-based. */
    int columnNumber(int column) {
        return columns[column];
    }

    int directionCount(int criterion) {
        return directions[criterion - 1];
    }

    /** {@return the place of a cell in packed scores} */
    int cell(int criterion, int column) {
        return (criterion - 1) * columns.length + column;
    }

    /** {@return whether documents of a kind are expected as evidence in a column} A column that names no kinds takes any. */
    boolean expects(int column, DocumentKind kind) {
        return kinds.get(column).contains(kind);
    }

    /** {@return whether a column speaks of the rated year, for every criterion} */
    boolean isYearBound(int column) {
        return yearBoundColumns[column];
    }

    /** {@return whether a cell speaks of the rated year} */
    boolean isYearBound(int criterion, int column) {
        return yearBoundCells[cell(criterion, column)];
    }

    private static Set<DocumentKind> kinds(Column column) {
        return column.kinds().isEmpty() ? EnumSet.allOf(DocumentKind.class) : EnumSet.copyOf(column.kinds());
    }

    /** {@return the score in units that a text means, or {@link TableLine#UNSOUND}} The same as the scale's own reading, but faster. */
    int score(String text) {
        return scoreOfTenths(PlainDecimal.tenths(text));
    }

    /** {@return the score in units that a number of tenths means, or {@link TableLine#UNSOUND}} */
    int scoreOfTenths(int tenths) {
        int units = unitsOfTenths(tenths);
        return units <= maximum ? units : TableLine.UNSOUND;
    }

    /** {@return the sum in units that a text means, or {@link TableLine#UNSOUND}} */
    int units(String text) {
        return unitsOfTenths(PlainDecimal.tenths(text));
    }

    /** {@return the sum in units that a number of tenths means, or {@link TableLine#UNSOUND}} */
    int unitsOfTenths(int tenths) {
        return tenths >= 0 && tenths % step == 0 ? tenths / step : TableLine.UNSOUND;
    }

    /** {@return units as people write points: {@code 2,5}} */
    String points(int units) {
        BigDecimal points = methodology.scale().step().multiply(BigDecimal.valueOf(units));
        return points.signum() == 0
                ? "0"
                : points.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** {@return what a message says of the scale: all scores but the highest, and the highest} For instance {@code 0, 0,5} and {@code 1}. */
    List<String> scaleInWords() {
        StringBuilder lower = new StringBuilder("0");
        if (maximum < MOST_SCORES_LISTED) {
            for (int units = 1; units < maximum; units++) {
                lower.append(", ").append(points(units));
            }
        } else {
            lower.append(", ").append(points(1)).append(", ").append(points(2)).append(" …");
        }
        return List.of(lower.toString(), points(maximum));
    }
}
