package org.mera.committee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.ranking.PastRank;
import org.mera.submission.FormContent;
import org.mera.submission.FormLine;

/** Checks a file of earlier rankings whole: every problem of every line is told at once. */
public final class HistoryFile {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_PLACES = 10_000_000;
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}([.,][0-9]{1,2})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String file;
    private final Set<Integer> ratedHere;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Integer, SortedMap<String, PastRank>> rankings = new TreeMap<>();
    private final Map<String, Integer> records = new HashMap<>();

    private HistoryFile(String file, Set<Integer> ratedHere) {
        this.file = file;
        this.ratedHere = ratedHere;
    }

    /**
     * What a file of earlier rankings says.
     *
     * @param problems in the order of problems.csv
     * @param rankings by year, of each by identity (code points)
     */
    public record Checked(List<Problem> problems, SortedMap<Integer, SortedMap<String, PastRank>> rankings) {

        public Checked {
            problems = List.copyOf(problems);
        }

        /** {@return whether all of the file may be taken over} */
        public boolean isSound() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /**
     * {@return what the file says, with all its problems}
     *
     * @param ratedHere the years that have a cycle in this home
     */
    public static Checked check(FormContent content, Set<Integer> ratedHere) {
        HistoryFile history = new HistoryFile(content.file(), ratedHere);
        history.problems.addAll(content.problems());
        content.lines().forEach(history::check);
        history.problems.sort(Problem.ORDER);
        return new Checked(history.problems, history.rankings);
    }

    private void check(FormLine line) {
        int before = problems.size();
        int year = year(line);
        int rank = rank(line);
        String indicator = indicator(line);
        if (year > 0 && !line.company().isEmpty()) {
            Integer first = records.putIfAbsent(year + " " + line.company(), line.record());
            if (first != null) {
                problems.add(line.problem(ProblemCode.DUPLICATE_RANK, file)
                        .withColumn("year")
                        .withValue(Integer.toString(year))
                        .withDetails(first.toString()));
            }
        }
        if (problems.size() == before && !line.company().isEmpty()) {
            rankings.computeIfAbsent(year, any -> new TreeMap<>(CodePoints.ORDER))
                    .put(line.company(), new PastRank(rank, indicator));
        }
    }

    private int year(FormLine line) {
        OptionalInt year = line.whole("year");
        if (year.isEmpty() || year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR) {
            add(line, ProblemCode.BAD_YEAR, "", "year");
            return 0;
        }
        if (ratedHere.contains(year.getAsInt())) {
            add(line, ProblemCode.BAD_YEAR, "rated-here", "year");
        }
        return year.getAsInt();
    }

    private int rank(FormLine line) {
        OptionalInt rank = line.whole("rank");
        if (rank.isEmpty() || rank.getAsInt() < 1 || rank.getAsInt() > MOST_PLACES) {
            add(line, ProblemCode.BAD_RANK, "", "rank");
            return 1;
        }
        return rank.getAsInt();
    }

    /** Empty where the line says that there is none. */
    private String indicator(FormLine line) {
        String text = line.field("indicator");
        if (line.isNothing("indicator")) {
            return "";
        }
        if (PERCENT.matcher(text).matches()) {
            String plain = text.replace(',', '.');
            if (new BigDecimal(plain).compareTo(HUNDRED) <= 0) {
                return plain;
            }
        }
        add(line, ProblemCode.BAD_INDICATOR, "", "indicator");
        return "";
    }

    private void add(FormLine line, ProblemCode code, String variant, String column) {
        problems.add(
                line.problem(code, file).withVariant(variant).withColumn(column).withValue(line.field(column)));
    }
}
