package org.mera.ranking;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.scoring.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statistics of a revision, from the scores that count as they are stored. */
@Repository
public class JdbcStatistics {

    private static final int FETCH = 2000;

    private final JdbcClient jdbc;

    public JdbcStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@return what the rating is like} Reads bit by bit only within a transaction.
     *
     * @param ranking   as it is stored of this revision
     * @param decisions of the committee, over the scores that are stored
     * @throws IllegalStateException where another ranking is stored
     */
    public Statistics of(Revision revision, Methodology methodology, Ranking ranking, Decisions decisions) {
        StatisticsTally tally = new StatisticsTally(methodology);
        List<RankedCompany> companies = ranking.companies();
        int next = 0;
        try (Stream<Scores> stored = scores(revision)) {
            for (Iterator<Scores> each = stored.iterator(); each.hasNext(); next++) {
                Scores scores = each.next();
                if (next == companies.size()
                        || !companies.get(next).company().id().equals(scores.company())) {
                    throw new IllegalStateException(scores.company() + " has not the place that is stored of it");
                }
                tally.add(companies.get(next), decisions.counting(methodology, scores.company(), scores.cells()));
            }
        }
        if (next < companies.size()) {
            throw new IllegalStateException(companies.get(next).company().id() + " has no scores that count");
        }
        return tally.statistics();
    }

    private Stream<Scores> scores(Revision revision) {
        return jdbc
                .sql(
                        """
                        select k.company, a.scores
                        from ranked_company k
                        join submission s
                          on s.year = k.year and s.company = k.company and s.revision <= k.revision
                         and (s.superseded_by is null or s.superseded_by > k.revision)
                        join assessment a
                          on a.year = s.year and a.company = s.company and a.revision = s.revision and a.counts
                        where k.year = :year and k.revision = :revision
                        order by k.rank, k.company
                        """)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new Scores(row.getString("company"), row.getBytes("scores")))
                .stream();
    }

    private record Scores(String company, byte[] cells) {}
}
