package org.mera.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sound Tables of the ranked companies, as they are stored. */
@Repository
public class JdbcScoredTables {

    private static final int FETCH = 2000;

    private final JdbcClient jdbc;

    public JdbcScoredTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over the ranked companies of a revision one by one, in the order of the ranking. Reads bit by bit only within a transaction. */
    public void forEach(Revision revision, Consumer<CompanyScores> each) {
        read(revision, "", each);
    }

    /** Hands over those ranked companies of a revision that have several sound Tables, in the order of the ranking, as {@link #forEach} does. */
    public void forEachOfSeveral(Revision revision, Consumer<CompanyScores> each) {
        read(
                revision,
                """
                join (
                    select company, revision from assessment
                    where year = :year and not faulty
                    group by company, revision
                    having count(*) > 1
                ) several on several.company = s.company and several.revision = s.revision
                """,
                each);
    }

    private void read(Revision revision, String restriction, Consumer<CompanyScores> each) {
        Companies companies = new Companies(each);
        jdbc.sql(
                        """
                        select k.company, a.assessor, a.expert, a.counts, a.scores
                        from ranked_company k
                        join submission s
                          on s.year = k.year and s.company = k.company and s.revision <= k.revision
                         and (s.superseded_by is null or s.superseded_by > k.revision)
                        %s
                        join assessment a
                          on a.year = s.year and a.company = s.company and a.revision = s.revision and not a.faulty
                        where k.year = :year and k.revision = :revision
                        order by k.rank, k.company, a.ordinal
                        """
                                .formatted(restriction))
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(row -> {
                    companies.add(
                            row.getString("company"),
                            new ScoredTable(
                                    row.getString("assessor").equals("company"),
                                    row.getString("expert"),
                                    row.getBoolean("counts"),
                                    row.getBytes("scores")));
                });
        companies.end();
    }

    /** Puts the rows of a company, which come one after another, together. */
    private static final class Companies {

        private final Consumer<CompanyScores> each;
        private final List<ScoredTable> tables = new ArrayList<>();
        private String company = "";

        Companies(Consumer<CompanyScores> each) {
            this.each = each;
        }

        void add(String next, ScoredTable table) {
            if (!next.equals(company)) {
                end();
                company = next;
            }
            tables.add(table);
        }

        void end() {
            if (!tables.isEmpty()) {
                each.accept(new CompanyScores(company, tables));
                tables.clear();
            }
        }
    }
}
