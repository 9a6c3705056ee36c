package org.mera.submission;

import java.util.List;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether nothing was lost: the planned companies are the sum over the chunks and those that were assessed before, and each has an outcome that
 * was assessed from just the records that were planned.
 */
@Repository
public class JdbcReconciliation {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public JdbcReconciliation(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * How many companies a revision has.
     *
     * @param accepted of the planned ones
     */
    public record Companies(int planned, int accepted) {}

    /**
     * {@return how many companies were planned and accepted} Slow unless {@link #gatherStatistics} has come before.
     *
     * @throws ReconciliationException when a company is lost or stored twice; names the chunks
     */
    public Companies reconcile(Revision revision) {
        Sums sums = jdbc.sql(
                        """
                        select planned.companies as planned, planned.due, chunks.chunked, chunks.done,
                               outcomes.planned as outcomes, outcomes.stored, outcomes.accepted, outcomes.results
                        from (select count(*) as companies, count(chunk) as due
                              from planned_company
                              where year = :year and revision = :revision) planned
                        cross join (
                              select coalesce(sum(items), 0) as chunked,
                                     coalesce(sum(items) filter (where state = 'done'), 0) as done
                              from chunk
                              where year = :year and revision = :revision and step = 'assess') chunks
                        cross join (
                              select count(*) filter (where s.fingerprint = p.fingerprint) as planned,
                                     count(*) as stored,
                                     count(*) filter (where s.status = 'accepted') as accepted,
                                     count(r.company) filter (where s.status = 'accepted') as results
                              from submission s
                              left join planned_company p
                                on p.year = s.year and p.revision = :revision and p.company = s.company
                              left join result r
                                on r.year = s.year and r.company = s.company and r.revision = s.revision
                              where s.year = :year and s.superseded_by is null) outcomes
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new Sums(
                        row.getInt("planned"),
                        row.getInt("due"),
                        row.getInt("chunked"),
                        row.getInt("done"),
                        row.getInt("outcomes"),
                        row.getInt("stored"),
                        row.getInt("accepted"),
                        row.getInt("results")))
                .single();
        if (!sums.agree()) {
            throw new ReconciliationException(sums + "; chunks with a difference: " + chunks(revision));
        }
        return new Companies(sums.planned(), sums.accepted());
    }

    /**
     * What was just copied in is unknown to the planner, which then joins a hundred thousand rows one by one. How many there are, and that they are
     * all of one year, it sees from a few hundred.
     */
    public void gatherStatistics() {
        template.execute((StatementCallback<Boolean>) statement -> {
            statement.execute("set default_statistics_target = 1");
            try {
                return statement.execute("analyze planned_company, submission, result, assessment, problem, chunk");
            } finally {
                statement.execute("reset default_statistics_target");
            }
        });
    }

    private List<String> chunks(Revision revision) {
        return jdbc.sql(
                        """
                        select coalesce(p.chunk::text, 'none') || ' (' || min(p.company) || '…)' as chunk
                        from planned_company p
                        left join submission s
                          on s.year = p.year and s.company = p.company and s.superseded_by is null
                        left join result r on r.year = s.year and r.company = s.company and r.revision = s.revision
                        where p.year = :year and p.revision = :revision
                          and (s.fingerprint is distinct from p.fingerprint or (s.status = 'accepted' and r.company is null))
                        group by p.chunk
                        order by p.chunk
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(String.class)
                .list();
    }

    private record Sums(
            int planned, int due, int chunked, int done, int outcomes, int stored, int accepted, int results) {

        boolean agree() {
            return due == chunked
                    && chunked == done
                    && planned == outcomes
                    && outcomes == stored
                    && accepted == results;
        }

        @Override
        public String toString() {
            return planned + " companies planned, " + due + " of them to be assessed, " + chunked + " in chunks, "
                    + done + " in done chunks, " + outcomes + " outcomes of the planned records, " + stored
                    + " outcomes stored, " + accepted + " accepted, " + results + " results of accepted";
        }
    }
}
