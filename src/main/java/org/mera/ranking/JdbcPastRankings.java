package org.mera.ranking;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.database.JdbcCopy;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rankings of earlier years: those of this home, and those brought in from before it. */
@Repository
public class JdbcPastRankings {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JdbcRatedSums sums;

    public JdbcPastRankings(JdbcTemplate template, JdbcClient jdbc, JdbcRatedSums sums) {
        this.template = template;
        this.jdbc = jdbc;
        this.sums = sums;
    }

    /**
     * {@return the ranking that comes before a year's, as the methodology of that year sees it} It is the last that was approved here or brought in
     * from before; where there is none, the last that was completed.
     */
    public PreviousRanking before(int year, Methodology methodology) {
        return settled(year)
                .or(() -> completed(year))
                .map(past -> past.revision() == null
                        ? imported(past.year())
                        : ofHome(past.year(), past.revision(), methodology))
                .orElse(PreviousRanking.NONE);
    }

    /** A ranking of this home, or one that was brought in: that has no revision. */
    private record Past(int year, @Nullable Integer revision) {}

    private Optional<Past> settled(int year) {
        return jdbc.sql(
                        """
                        select year, max(revision) as revision
                        from (select distinct on (year) year, revision from approval order by year, edition desc) approved
                        where year < :year
                        group by year
                        union all
                        select year, null
                        from past_ranking
                        where year < :year and not exists (select 1 from approval a where a.year = past_ranking.year)
                        group by year
                        order by year desc
                        limit 1
                        """)
                .param("year", year)
                .query((row, index) -> new Past(row.getInt("year"), row.getObject("revision", Integer.class)))
                .optional();
    }

    private Optional<Past> completed(int year) {
        return jdbc.sql(
                        """
                        select year, number
                        from revision
                        where year < :year and state = 'completed'
                        order by year desc, number desc
                        limit 1
                        """)
                .param("year", year)
                .query((row, index) -> new Past(row.getInt("year"), row.getInt("number")))
                .optional();
    }

    /** {@return how many companies the rankings of these years have that were brought in} Years without one are left out. */
    public SortedMap<Integer, Integer> imported(Set<Integer> years) {
        SortedMap<Integer, Integer> companies = new TreeMap<>();
        jdbc.sql("select year, count(*) as companies from past_ranking where year in (:years) group by year")
                .param("years", years)
                .query(row -> {
                    companies.put(row.getInt("year"), row.getInt("companies"));
                });
        return companies;
    }

    /** Stores rankings that are brought in, in place of what is stored of their years. Runs within the caller's transaction. */
    public void replaceImported(SortedMap<Integer, SortedMap<String, PastRank>> rankings) {
        JdbcCopy copy = new JdbcCopy("past_ranking", "year", "company", "rank", "indicator");
        rankings.forEach((year, ranks) -> {
            jdbc.sql("delete from past_ranking where year = :year")
                    .param("year", year)
                    .update();
            ranks.forEach((company, past) -> {
                copy.row().put(year).put(company).put(past.rank()).put(past.indicator());
            });
        });
        template.execute((ConnectionCallback<Integer>) connection -> {
            int rows = copy.rows();
            copy.flush(connection);
            return rows;
        });
    }

    private PreviousRanking imported(int year) {
        SortedMap<String, PastRank> ranks = new TreeMap<>(CodePoints.ORDER);
        jdbc.sql("select company, rank, indicator from past_ranking where year = :year")
                .param("year", year)
                .query(row -> {
                    ranks.put(row.getString("company"), new PastRank(row.getInt("rank"), row.getString("indicator")));
                });
        return new PreviousRanking(year, "", Comparability.IMPORTED, ranks, null);
    }

    private PreviousRanking ofHome(int year, int revision, Methodology methodology) {
        Methodology then = methodology(year, revision);
        Totals totals = new Totals();
        Map<String, PastRank> ranks = new HashMap<>();
        jdbc.sql("select company, rank, total from ranked_company where year = :year and revision = :revision")
                .param("year", year)
                .param("revision", revision)
                .query(row -> {
                    int total = row.getInt("total");
                    totals.add(total);
                    ranks.put(
                            row.getString("company"),
                            new PastRank(
                                    row.getInt("rank"), then.indicator(total).toPlainString()));
                });
        Comparability comparability = comparability(methodology, then);
        SortedMap<String, PastRank> sorted = new TreeMap<>(CodePoints.ORDER);
        sorted.putAll(ranks);
        Summary indicator = comparability.isComparable()
                ? totals.summary(Measure.percentOf(then.totalMaximum())).orElse(null)
                : null;
        return new PreviousRanking(
                year,
                then.version(),
                comparability,
                sorted,
                sums.of(year, revision)
                        .filter(stored -> stored.companies() > 0)
                        .map(stored ->
                                new PastMeans(methodology, then, stored.companies(), stored.cells()).sums(indicator))
                        .orElse(null));
    }

    private static Comparability comparability(Methodology now, Methodology then) {
        if (now.version().equals(then.version())) {
            return Comparability.SAME_VERSION;
        }
        return now.comparableWith().contains(then.version()) ? Comparability.DECLARED : Comparability.OTHER_VERSION;
    }

    private Methodology methodology(int year, int revision) {
        return jdbc.sql(
                        """
                        select m.id || ' ' || m.version as name, m.content
                        from revision r join methodology m on m.sha256 = r.methodology_sha256
                        where r.year = :year and r.number = :revision
                        """)
                .param("year", year)
                .param("revision", revision)
                .query((row, index) -> Methodologies.parse(
                        row.getString("name"), row.getString("content").getBytes(StandardCharsets.UTF_8)))
                .single();
    }
}
