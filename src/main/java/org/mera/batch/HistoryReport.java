package org.mera.batch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mera.csv.Problem;

/**
 * What became of a file of earlier rankings.
 *
 * @param file      as it was named
 * @param problems  of the file; with an error nothing was taken over
 * @param companies how many companies each year has now; empty where nothing was taken over
 */
public record HistoryReport(String file, List<Problem> problems, SortedMap<Integer, Integer> companies) {

    public HistoryReport {
        problems = List.copyOf(problems);
        companies = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Integer, Integer>) companies));
    }

    /** {@return whether the rankings were taken over} */
    public boolean isTaken() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
