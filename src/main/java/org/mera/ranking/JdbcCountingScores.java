package org.mera.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The final experts' scores of some companies, as a revision has them, also while a later one is being assessed. */
@Repository
public class JdbcCountingScores {

    private static final int BLOCK = 500;

    private final JdbcClient jdbc;

    public JdbcCountingScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return the scores by company, a byte a cell, criterion by criterion, column by column} A company that is not accepted has none. */
    public Map<String, byte[]> of(Revision revision, Collection<String> companies) {
        Map<String, byte[]> scores = new HashMap<>();
        List<String> all = new ArrayList<>(companies);
        for (int from = 0; from < all.size(); from += BLOCK) {
            add(scores, revision, all.subList(from, Math.min(all.size(), from + BLOCK)));
        }
        return scores;
    }

    private void add(Map<String, byte[]> scores, Revision revision, List<String> companies) {
        jdbc.sql(
                        """
                        select a.company, a.scores
                        from submission s
                        join assessment a
                          on a.year = s.year and a.company = s.company and a.revision = s.revision and a.counts
                        where s.year = :year and s.company = any(:companies) and s.status = 'accepted'
                          and s.revision <= :revision and (s.superseded_by is null or s.superseded_by > :revision)
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("companies", companies.toArray(String[]::new))
                .query(row -> {
                    scores.put(row.getString("company"), row.getBytes("scores"));
                });
    }
}
