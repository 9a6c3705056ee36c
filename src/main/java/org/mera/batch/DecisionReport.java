package org.mera.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/**
 * What became of a file of decisions.
 *
 * @param file      as it was named
 * @param problems  of the file, warnings among them; with an error nothing was taken
 * @param changes   by line of the file; empty where nothing was taken
 * @param companies the companies that the file is about, by identity, where it was taken
 * @param moved     how many other companies get another rank by it
 */
public record DecisionReport(
        int year,
        String file,
        Map<String, String> headings,
        List<Problem> problems,
        List<Change> changes,
        List<Place> companies,
        int moved) {

    public DecisionReport {
        headings = Map.copyOf(headings);
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
        companies = List.copyOf(companies);
    }

    /** {@return whether the decisions were taken} */
    public boolean isTaken() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /**
     * What a line changes.
     *
     * @param criterion null where a class is decided
     * @param column    the number of the Table's column; 0 where a class is decided
     * @param before    the score that counted, in points, or the class; a class may be empty
     * @param after     the score that counts now, or the class
     */
    public record Change(
            int record, String company, @Nullable Integer criterion, int column, String before, String after) {

        /** {@return whether anything is different now} */
        public boolean hasEffect() {
            return !before.equals(after);
        }
    }

    /**
     * Where a company stood and stands.
     *
     * @param totalBefore in points
     * @param totalAfter  in points
     * @param rankBefore  null where it is not ranked
     * @param rankAfter   null where it is not ranked
     */
    public record Place(
            String company,
            String name,
            String totalBefore,
            String totalAfter,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {}
}
