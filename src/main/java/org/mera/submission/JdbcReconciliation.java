package org.mera.submission;

import java.util.List;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether nothing was lost: the planned companies are the sum over the chunks and those that were assessed before, and each has an outcome that
 * was assessed from just the records that were planned.
 */
@Repository
public class JdbcReconciliation {

    private final JdbcClient jdbc;

    public JdbcReconciliation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many companies a revision has.
     *
     * @param accepted of the planned ones
     */
    public record Companies(int planned, int accepted) {}

    /**
     * {@return how many companies were planned and accepted}
     *
     * @throws ReconciliationException when a company is lost or stored twice; names the chunks
     */
    public Companies reconcile(Revision revision) {
        gatherStatistics();
        Sums sums = jdbc.sql(
                        """
                        select (select count(*) from planned_company
                                where year = :year and revision = :revision) as planned,
                               (select count(*) from planned_company
                                where year = :year and revision = :revision and due) as due,
                               (select coalesce(sum(items), 0) from chunk
                                where year = :year and revision = :revision and step = 'assess') as chunked,
                               (select coalesce(sum(items), 0) from chunk
                                where year = :year and revision = :revision and step = 'assess' and state = 'done') as done,
                               (select count(*) from planned_company p
                                join submission s on s.year = p.year and s.company = p.company and s.superseded_by is null
                                where p.year = :year and p.revision = :revision
                                  and s.fingerprint = p.fingerprint) as outcomes,
                               (select count(*) from submission
                                where year = :year and superseded_by is null) as stored,
                               (select count(*) from submission
                                where year = :year and superseded_by is null and status = 'accepted') as accepted,
                               (select count(*) from submission s
                                join result r on r.year = s.year and r.company = s.company and r.revision = s.revision
                                where s.year = :year and s.superseded_by is null and s.status = 'accepted') as results
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
     * Takes what is stored of the companies that differ for unknown, so that the next plan has them assessed again. To be called where a revision
     * was found not to agree; runs within the caller's transaction.
     */
    public void distrust(Revision revision) {
        jdbc.sql(
                        """
                        update submission s set fingerprint = ''
                        from planned_company p
                        where p.year = :year and p.revision = :revision
                          and s.year = p.year and s.company = p.company and s.superseded_by is null
                          and (s.fingerprint <> p.fingerprint
                               or (s.status = 'accepted' and not exists (
                                   select from result r
                                   where r.year = s.year and r.company = s.company and r.revision = s.revision)))
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }

    /** What was just copied in is unknown to the planner, which then joins a hundred thousand rows one by one. */
    private void gatherStatistics() {
        for (String table : List.of("planned_company", "submission", "result", "assessment", "problem", "chunk")) {
            jdbc.sql("analyze " + table).update();
        }
    }

    private List<String> chunks(Revision revision) {
        return jdbc.sql(
                        """
                        select coalesce(c.number::text, 'none') || ' (' || min(p.company) || '…)' as chunk
                        from planned_company p
                        left join chunk c
                          on c.year = p.year and c.revision = p.revision and c.step = 'assess' and p.due
                         and p.company between c.first and c.last
                        left join submission s
                          on s.year = p.year and s.company = p.company and s.superseded_by is null
                        left join result r on r.year = s.year and r.company = s.company and r.revision = s.revision
                        where p.year = :year and p.revision = :revision
                          and (s.fingerprint is distinct from p.fingerprint or (s.status = 'accepted' and r.company is null))
                        group by c.number
                        order by c.number
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
