package org.mera.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.scoring.Decisions;

/** The rankings of what is stored before and after the committee acts: what the next run makes of it, unless files change meanwhile. */
final class Forecast {

    private final Map<String, RankedCompany> before;
    private final Map<String, RankedCompany> after;

    private Forecast(Ranking before, Ranking after) {
        this.before = byCompany(before);
        this.after = byCompany(after);
    }

    static Forecast of(
            JdbcTransactions transactions,
            JdbcStandings standings,
            Revision revision,
            Methodology methodology,
            Decisions decided,
            Decisions deciding) {
        AtomicReference<@Nullable Forecast> forecast = new AtomicReference<>();
        transactions.inSnapshot(connection -> forecast.set(new Forecast(
                standings.ranking(revision, methodology, decided, Map.of()),
                standings.ranking(revision, methodology, deciding, Map.of()))));
        return Objects.requireNonNull(forecast.get());
    }

    private static Map<String, RankedCompany> byCompany(Ranking ranking) {
        Map<String, RankedCompany> byCompany = new HashMap<>();
        ranking.companies().forEach(company -> byCompany.put(company.company().id(), company));
        return byCompany;
    }

    /** {@return the company's rank so far} Null where it has none. */
    @Nullable
    Integer rankBefore(String company) {
        return rank(before, company);
    }

    /** {@return the company's rank from now on} Null where it has none. */
    @Nullable
    Integer rankAfter(String company) {
        return rank(after, company);
    }

    /** {@return the company's class so far} Empty where it has none. */
    String classBefore(String company) {
        return scoreClass(before, company);
    }

    /** {@return the company's class from now on} Empty where it has none. */
    String classAfter(String company) {
        return scoreClass(after, company);
    }

    /** {@return how many companies besides these get another rank} */
    int moved(Set<String> besides) {
        return (int) after.values().stream()
                .filter(company -> !besides.contains(company.company().id()))
                .filter(company -> !Objects.equals(rankBefore(company.company().id()), company.rank()))
                .count();
    }

    private static @Nullable Integer rank(Map<String, RankedCompany> ranking, String company) {
        RankedCompany ranked = ranking.get(company);
        return ranked == null ? null : (Integer) ranked.rank();
    }

    private static String scoreClass(Map<String, RankedCompany> ranking, String company) {
        return Optional.ofNullable(ranking.get(company))
                .map(ranked -> ranked.standing().scoreClass())
                .orElse("");
    }
}
