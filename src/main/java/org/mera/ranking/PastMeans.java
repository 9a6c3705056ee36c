package org.mera.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;

/**
 * The means of an earlier rating as far as this methodology may be compared with that one's: a criterion where both are of one version or its file
 * maps it, a section where all its criteria are mapped, a column where all criteria of both are.
 */
final class PastMeans {

    private final Methodology now;
    private final Methodology then;
    private final int companies;
    private final long[] cells;
    private final int columns;

    /**
     * @param companies at least one
     * @param cells     their sums, in units, criterion by criterion, column by column
     */
    PastMeans(Methodology now, Methodology then, int companies, long[] cells) {
        this.now = now;
        this.then = then;
        this.companies = companies;
        this.cells = cells.clone();
        this.columns = then.columns().size();
        if (companies < 1 || cells.length != then.criterionCount() * columns) {
            throw new IllegalArgumentException(
                    cells.length + " sums of " + companies + " companies are none of version " + then.version());
        }
    }

    /** @param indicator null where the two ratings may not be compared as a whole */
    PastSums sums(@Nullable Summary indicator) {
        return isSameScale()
                ? new PastSums(indicator, sections(), columns(), criteria())
                : new PastSums(indicator, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private boolean isSameScale() {
        return now.scale().step().compareTo(then.scale().step()) == 0
                && now.scale().maximum().compareTo(then.scale().maximum()) == 0;
    }

    private boolean areSameColumns() {
        return numbers(now).equals(numbers(then));
    }

    private static List<Integer> numbers(Methodology methodology) {
        return methodology.columns().stream().map(Column::number).toList();
    }

    private SortedMap<Integer, Mean> criteria() {
        SortedMap<Integer, Mean> means = new TreeMap<>();
        if (areSameColumns()) {
            for (Criterion criterion : now.criteria()) {
                put(means, criterion.number(), List.of(criterion));
            }
        }
        return means;
    }

    private SortedMap<Integer, Mean> sections() {
        SortedMap<Integer, Mean> means = new TreeMap<>();
        if (areSameColumns()) {
            for (Section section : now.sections()) {
                put(means, section.number(), section.criteria());
            }
        }
        return means;
    }

    private void put(SortedMap<Integer, Mean> means, int number, List<Criterion> criteria) {
        List<Integer> past = past(criteria);
        if (past.size() == criteria.size()) {
            long sum = 0;
            for (int criterion : past) {
                for (int column = 0; column < columns; column++) {
                    sum += cell(criterion, column);
                }
            }
            means.put(number, mean(number, sum, criteria.size() * columns));
        }
    }

    private SortedMap<Integer, Mean> columns() {
        SortedMap<Integer, Mean> means = new TreeMap<>();
        if (past(now.criteria()).size() == now.criterionCount() && now.criterionCount() == then.criterionCount()) {
            for (int column = 0; column < columns; column++) {
                int number = then.columns().get(column).number();
                if (numbers(now).contains(number)) {
                    int at = column;
                    long sum = IntStream.rangeClosed(1, then.criterionCount())
                            .mapToLong(criterion -> cell(criterion, at))
                            .sum();
                    means.put(number, mean(number, sum, then.criterionCount()));
                }
            }
        }
        return means;
    }

    private long cell(int criterion, int column) {
        return cells[(criterion - 1) * columns + column];
    }

    private Mean mean(int number, long sum, int cellsOfOne) {
        int maximum = cellsOfOne * then.scale().maximumUnits();
        return new Mean(
                number,
                Measure.points(then.scale()).mean(sum, companies),
                new BigDecimal(then.scale().points(maximum)),
                Measure.percentOf(maximum).mean(sum, companies));
    }

    /** {@return the numbers that these criteria had} Those that are compared with nothing are left out. */
    private List<Integer> past(List<Criterion> criteria) {
        List<Integer> numbers = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Integer number = now.version().equals(then.version())
                    ? (Integer) criterion.number()
                    : criterion.was().get(then.version());
            if (number != null && number <= then.criterionCount()) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
