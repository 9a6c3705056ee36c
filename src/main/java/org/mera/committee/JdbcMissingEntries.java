package org.mera.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.audit.MissingEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which entries the audit log lacks. Acts and runs are stored together with their entries, so that each must have its own; whoever cuts the log's end
 * off would have to take these out as well.
 */
@Repository
public class JdbcMissingEntries {

    private final JdbcClient jdbc;

    public JdbcMissingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@return what there is no entry of, by year}
     *
     * @param year of which; null: of all
     */
    public List<MissingEntry> of(@Nullable Integer year) {
        return jdbc.sql(
                        """
                        with entries as (
                            select year, act, subject, count(*) as number
                            from audit_entry group by year, act, subject
                        ), missing as (
                            select a.year, 1 as sort, a.id,
                                   'committee act ' || a.id || ' (' || a.kind || ', by ' || a.who || ')' as what
                            from (select id, year, kind, who,
                                         row_number() over (partition by year, kind order by id) as place
                                  from committee_act) a
                            where a.place > (select coalesce(sum(e.number), 0) from entries e
                                             where e.year = a.year and e.act = a.kind)
                            union all
                            select r.year, 2, r.id,
                                   case when e.number is null then 'run ' else 'the end of run ' end || r.id
                            from run r
                            left join entries e on e.year = r.year and e.act = 'run' and e.subject = 'run ' || r.id
                            where coalesce(e.number, 0) < case when r.outcome = 'running' then 1 else 2 end
                            union all
                            select p.year, 3, p.edition,
                                   'entry ' || p.log_entries || ', the last one sealed with edition ' || p.edition || ','
                            from approval p
                            where p.log_entries > (select coalesce(max(number), 0) from audit_entry l
                                                   where l.year = p.year)
                        )
                        select year, what from missing
                        where :year::integer is null or year = :year
                        order by year, sort, id
                        """)
                .param("year", year, java.sql.Types.INTEGER)
                .query((row, index) -> new MissingEntry(row.getInt("year"), row.getString("what")))
                .list();
    }
}
