package org.mera.committee;

import java.util.List;
import java.util.Locale;
import org.mera.company.Participation;
import org.mera.cycle.Revision;
import org.mera.submission.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The companies that a published revision leaves out of its ranking: rejected, not handed in, or withdrawn. */
@Repository
public class JdbcUnrankedCompanies {

    private final JdbcClient jdbc;

    public JdbcUnrankedCompanies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return those of a revision, by identity (code points)} */
    public List<UnrankedCompany> of(Revision revision) {
        return jdbc.sql(
                        """
                        select p.company, coalesce(e.name, '') as name, coalesce(e.industry, '') as industry,
                               coalesce(e.region, '') as region, coalesce(e.participation, '') as participation,
                               s.status, s.errors, s.warnings
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        left join lateral (
                            select e.name, e.industry, e.region, e.participation from register_entry e
                            join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                            where e.company = p.company
                            order by i.file, e.line
                            limit 1
                        ) e on true
                        where p.year = :year and p.revision = :revision
                          and p.company not in (
                              select company from ranked_company where year = :year and revision = :revision)
                        order by p.company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new UnrankedCompany(
                        row.getString("company"),
                        row.getString("name"),
                        row.getString("industry"),
                        row.getString("region"),
                        Participation.of(row.getString("participation")).orElse(null),
                        Submission.Status.valueOf(
                                row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getInt("errors"),
                        row.getInt("warnings")))
                .list();
    }
}
