package org.mera.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.Methodology;

/** What an invented submission is made of under a methodology: its cells and the documents that each column accepts. */
final class Blueprint {

    private static final List<DocumentKind> USUAL = List.of(
            DocumentKind.LOCAL_ACT,
            DocumentKind.LOCAL_ACT,
            DocumentKind.LOCAL_ACT,
            DocumentKind.RESOLUTION,
            DocumentKind.ORDER,
            DocumentKind.PLAN,
            DocumentKind.RISK_REGISTER,
            DocumentKind.ANNUAL_REPORT,
            DocumentKind.NON_FINANCIAL_REPORT,
            DocumentKind.PUBLICATION);

    /** Invented documents of these kinds always report on the rated year. */
    private static final Set<DocumentKind> OF_THE_YEAR = EnumSet.of(
            DocumentKind.RESOLUTION,
            DocumentKind.PLAN,
            DocumentKind.RISK_REGISTER,
            DocumentKind.REPORT,
            DocumentKind.ANNUAL_REPORT,
            DocumentKind.NON_FINANCIAL_REPORT,
            DocumentKind.PUBLICATION);

    private final Methodology methodology;
    private final List<Criterion> criteria;
    private final List<Column> columns;
    private final List<DocumentKind> kinds;
    private final int[][] accepted;
    private final int[][][] acceptedFirst;
    private final int[] directionCounts;
    private final int maximumUnits;

    Blueprint(Methodology methodology) {
        this.methodology = methodology;
        criteria = methodology.criteria();
        columns = methodology.columns();
        kinds = kinds(columns);
        accepted = columns.stream().map(this::accepted).toArray(int[][]::new);
        acceptedFirst = criteria.stream()
                .map(criterion -> columns.stream()
                        .map(column -> acceptedFirst(criterion, column))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        directionCounts = criteria.stream()
                .mapToInt(criterion -> criterion.directions().size())
                .toArray();
        maximumUnits = methodology.scale().maximumUnits();
    }

    Methodology methodology() {
        return methodology;
    }

    List<Criterion> criteria() {
        return criteria;
    }

    List<Column> columns() {
        return columns;
    }

    /** {@return the kinds of the documents that each company hands in} The document at index i has the number i + 1 in its code. */
    List<DocumentKind> kinds() {
        return kinds;
    }

    /** {@return the indexes of the documents that a column accepts} */
    int[] accepted(int column) {
        return accepted[column];
    }

    /** {@return the indexes of the documents that the first citation of a cell may name} Where it speaks of the rated year, those of that year. */
    int[] acceptedFirst(int criterion, int column) {
        return acceptedFirst[criterion][column];
    }

    int directionCount(int criterion) {
        return directionCounts[criterion];
    }

    /** {@return the highest score of a cell, in units} */
    int maximumUnits() {
        return maximumUnits;
    }

    private int[] accepted(Column column) {
        return IntStream.range(0, kinds.size())
                .filter(document -> column.kinds().isEmpty() || column.kinds().contains(kinds.get(document)))
                .toArray();
    }

    private int[] acceptedFirst(Criterion criterion, Column column) {
        int[] all = accepted(column);
        if (!column.yearBound() && !criterion.yearBound().contains(column.number())) {
            return all;
        }
        int[] ofTheYear = Arrays.stream(all)
                .filter(document -> OF_THE_YEAR.contains(kinds.get(document)))
                .toArray();
        return ofTheYear.length == 0 ? all : ofTheYear;
    }

    /** The usual ten documents, and one more for each column that accepts none of them. */
    private static List<DocumentKind> kinds(List<Column> columns) {
        List<DocumentKind> kinds = new ArrayList<>(USUAL);
        for (Column column : columns) {
            if (!column.kinds().isEmpty() && column.kinds().stream().noneMatch(kinds::contains)) {
                kinds.add(EnumSet.copyOf(column.kinds()).iterator().next());
            }
        }
        return List.copyOf(kinds);
    }
}
