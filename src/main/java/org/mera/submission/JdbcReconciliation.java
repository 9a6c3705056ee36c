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
     * {@return how many companies were planned and accepted} Slow unless the planner knows the tables.
     *
     * @throws ReconciliationException when a company is lost or stored twice; names the chunks
     */
    public Companies reconcile(Revision revision) {
        Sums sums = jdbc.sql(
                        """
                        select planned.companies as planned, planned.due, chunks.chunked, chunks.done,
                               outcomes.planned as outcomes, outcomes.stored, outcomes.accepted, outcomes.results
                        from (select count(*) as companies, count(*) filter (where due) as due
                              from planned_company
                              where year = :year and revision = :revision) planned
                        cross join (
                              select coalesce(sum(items), 0) as chunked,
                                     coalesce(sum(items) filter (where state = 'done'), 0) as done
                              from chunk
                              where year = :year and revision = :revision and step = 'assess') chunks
                        cross join (
                              select count(*) filter (
                                         where s.fingerprint = p.fingerprint
                                           and s.status in ('accepted', 'rejected', 'not-handed-in')) as planned,
                                     count(*) as stored,
                                     count(*) filter (where s.status = 'accepted') as accepted,
                                     count(s.total) filter (where s.status = 'accepted') as results
                              from submission s
                              left join planned_company p
                                on p.year = s.year and p.revision = :revision and p.company = s.company
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
     * Takes the outcomes that no sum agrees with out of what counts, within the caller's transaction: their companies are assessed again by the next
     * plan, and no others.
     */
    public void setAside(Revision revision) {
        jdbc.sql(
                        """
                        update submission s set superseded_by = :revision
                        where s.year = :year and s.superseded_by is null
                          and (not exists (
                                   select from planned_company p
                                   where p.year = s.year and p.revision = :revision and p.company = s.company
                                     and p.fingerprint = s.fingerprint)
                               or s.status not in ('accepted', 'rejected', 'not-handed-in')
                               or (s.status = 'accepted' and s.total is null)
                               or exists (
                                   select from submission other
                                   where other.year = s.year and other.company = s.company
                                     and other.superseded_by is null and other.revision <> s.revision))
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }

    /** {@return the chunks that a company or a sum is wrong of, each with its first such company} A company may be in none, or in two. */
    private List<String> chunks(Revision revision) {
        return jdbc.sql(
                        """
                        with chunks as (
                            select number, first, last, items, state from chunk
                            where year = :year and revision = :revision and step = 'assess'
                        ), planned as (
                            select p.company, p.fingerprint, p.due, c.number as chunk,
                                   count(*) over (partition by p.company) as times
                            from planned_company p
                            left join chunks c on p.due and p.company between c.first and c.last
                            where p.year = :year and p.revision = :revision
                        ), stored as (
                            select s.company, s.fingerprint, count(*) over (partition by s.company) as times,
                                   s.status in ('rejected', 'not-handed-in')
                                   or (s.status = 'accepted' and s.total is not null) as settled
                            from submission s
                            where s.year = :year and s.superseded_by is null
                        ), differing as (
                            select coalesce(p.chunk::text, 'none') as chunk, coalesce(p.company, s.company) as company
                            from planned p
                            full join stored s on s.company = p.company
                            where s.fingerprint is distinct from p.fingerprint or not s.settled or s.times > 1
                               or p.times > 1 or (p.due and p.chunk is null)
                            union all
                            select c.number::text, c.first
                            from chunks c
                            where c.state <> 'done'
                               or c.items <> (select count(*) from planned p where p.chunk = c.number)
                        )
                        select chunk || ' (' || min(company) || '…)'
                        from differing
                        group by chunk
                        order by chunk = 'none', length(chunk), chunk
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
