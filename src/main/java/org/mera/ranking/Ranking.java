package org.mera.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.CodePoints;
import org.mera.methodology.Methodology;

/**
 * The companies in their places: rank 1 is the highest total, equal totals share a rank and the next is skipped (1, 1, 3).
 *
 * @param companies by rank, those of one rank by identity (code points)
 */
public record Ranking(List<RankedCompany> companies) {

    private static final Comparator<Standing> BY_IDENTITY = (left, right) ->
            CodePoints.ORDER.compare(left.company().id(), right.company().id());
    private static final Comparator<Standing> HIGHEST_FIRST =
            (left, right) -> Integer.compare(right.total(), left.total());

    public Ranking {
        companies = List.copyOf(companies);
    }

    /**
     * {@return the ranking of these standings} The order in which they are given does not matter. Industries are one and the same whatever their
     * case and ё.
     *
     * @param previous by identity; empty where there is no earlier ranking, or none that may be compared
     * @throws IllegalArgumentException where a company stands twice or was measured by another methodology
     */
    public static Ranking of(Methodology methodology, Collection<Standing> standings, Map<String, PastRank> previous) {
        Standing[] inOrder = standings.toArray(Standing[]::new);
        Arrays.parallelSort(inOrder, BY_IDENTITY);
        refuseStrangers(methodology, inOrder);
        Arrays.parallelSort(inOrder, HIGHEST_FIRST);
        Group all = new Group();
        Map<Participation, Group> participations = new HashMap<>();
        Map<String, Group> industries = new HashMap<>();
        Map<String, Group> industriesAsWritten = new HashMap<>();
        List<RankedCompany> ranked = new ArrayList<>(inOrder.length);
        for (Standing standing : inOrder) {
            Company company = standing.company();
            int total = standing.total();
            ranked.add(new RankedCompany(
                    standing,
                    all.rank(total),
                    groupOf(company.participation(), participations).rank(total),
                    industryRank(company, total, industries, industriesAsWritten),
                    previous.get(company.id())));
        }
        return new Ranking(ranked);
    }

    private static void refuseStrangers(Methodology methodology, Standing[] byIdentity) {
        String last = "";
        int columnMaximum = methodology.columnMaximum();
        for (Standing standing : byIdentity) {
            standing.check(methodology, columnMaximum);
            String id = standing.company().id();
            if (id.equals(last)) {
                throw new IllegalArgumentException(id + " stands twice among the companies to rank");
            }
            last = id;
        }
    }

    private static @Nullable Integer industryRank(
            Company company, int total, Map<String, Group> industries, Map<String, Group> asWritten) {
        Group group = asWritten.get(company.industry());
        if (group == null) {
            group = groupOf(IndustryKey.of(company.industry()), industries);
            asWritten.put(company.industry(), group);
        }
        return company.industry().isBlank() ? null : (Integer) group.rank(total);
    }

    private static <K> Group groupOf(K key, Map<K, Group> groups) {
        return groups.computeIfAbsent(key, any -> new Group());
    }

    /** Gives ranks to totals that come in falling order. */
    private static final class Group {

        private int companies;
        private int lastTotal;
        private int lastRank;

        int rank(int total) {
            companies++;
            if (companies == 1 || total != lastTotal) {
                lastRank = companies;
                lastTotal = total;
            }
            return lastRank;
        }
    }
}
