package org.mera.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.csv.CodePoints;

/** The companies of an industry, however they write it. */
final class IndustryTally {

    private final Totals totals = new Totals();
    private final Map<String, Integer> writings = new HashMap<>(2);
    private @Nullable Company best;
    private int bestTotal;
    private int sharing;

    void add(RankedCompany ranked) {
        Company company = ranked.company();
        int total = ranked.standing().total();
        totals.add(total);
        writings.merge(company.industry().strip(), 1, Integer::sum);
        if (best == null || total > bestTotal) {
            best = company;
            bestTotal = total;
            sharing = 1;
        } else if (total == bestTotal) {
            sharing++;
            best = CodePoints.ORDER.compare(company.id(), best.id()) < 0 ? company : best;
        }
    }

    Totals totals() {
        return totals;
    }

    String name() {
        return writings.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(CodePoints.ORDER)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    IndustryStatistics statistics(Measure percent) {
        return new IndustryStatistics(
                name(), totals.count(), totals.summary(percent).orElseThrow(), Objects.requireNonNull(best), sharing);
    }
}
