package org.mera.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.ranking.IndustryKey;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;

/** Whom a company is measured against: all ranked companies, those that take part in the same way, those of its industry. */
final class Peers {

    private static final String ALL = "";

    private final Map<Object, Map<Integer, Integer>> companiesByTotal = new HashMap<>();
    private final Map<Object, Integer> companies = new HashMap<>();
    private final CompanyPaper.Medians medians;

    private Peers(CompanyPaper.Medians medians) {
        this.medians = medians;
    }

    static Peers of(Methodology methodology, Ranking ranking) {
        List<Standing> standings =
                ranking.companies().stream().map(RankedCompany::standing).toList();
        Peers peers = new Peers(new CompanyPaper.Medians(
                medians(standings, methodology.columns().size(), Standing::columnSums),
                medians(standings, methodology.sections().size(), Standing::sectionSums),
                median(standings, Standing::total)));
        standings.forEach(peers::add);
        return peers;
    }

    CompanyPaper.Medians medians() {
        return medians;
    }

    CompanyPaper.Place overall(RankedCompany company) {
        return place(ALL, company.rank(), company.standing());
    }

    CompanyPaper.Place participation(RankedCompany company) {
        return place(company.company().participation(), company.participationRank(), company.standing());
    }

    CompanyPaper.@Nullable Place industry(RankedCompany company) {
        Integer rank = company.industryRank();
        return rank == null ? null : place(industryGroup(company.standing()), rank, company.standing());
    }

    private CompanyPaper.Place place(Object group, int rank, Standing standing) {
        Map<Integer, Integer> totals = companiesByTotal.getOrDefault(group, Map.of());
        Integer sharing = totals.get(standing.total());
        Integer of = companies.get(group);
        if (sharing == null || of == null) {
            throw new IllegalArgumentException(standing.company().id() + " is not among the ranked companies");
        }
        return new CompanyPaper.Place(rank, sharing, of);
    }

    private void add(Standing standing) {
        List<Object> groups = new ArrayList<>(List.of(ALL, standing.company().participation()));
        if (!standing.company().industry().isBlank()) {
            groups.add(industryGroup(standing));
        }
        for (Object group : groups) {
            companies.merge(group, 1, Integer::sum);
            companiesByTotal.computeIfAbsent(group, any -> new HashMap<>()).merge(standing.total(), 1, Integer::sum);
        }
    }

    private static Object industryGroup(Standing standing) {
        return List.of(IndustryKey.of(standing.company().industry()));
    }

    private static int[] medians(
            List<Standing> standings, int count, java.util.function.Function<Standing, int[]> sums) {
        int[] medians = new int[count];
        List<int[]> all = standings.stream().map(sums).toList();
        for (int i = 0; i < count; i++) {
            int at = i;
            medians[i] = median(all, each -> each[at]);
        }
        return medians;
    }

    /** {@return the median in half units} */
    private static <T> int median(List<T> all, ToIntFunction<T> value) {
        int[] sorted = all.stream().mapToInt(value).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle];
    }
}
