package org.mera.submission;

import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which companies a revision has, and which of them have to be assessed: those whose records are not those that were assessed last. */
@Repository
public class JdbcPlans {

    private final JdbcClient jdbc;

    public JdbcPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Plans the step assess, within the caller's transaction: every company of the register or of a file, with the fingerprint of all that a
     * check of it reads, and the chunks of those to be assessed.
     *
     * @param chunkSize how many companies a chunk has, unless that made too many chunks
     * @param maxChunks how many chunks there are at most
     */
    public void plan(Revision revision, int chunkSize, int maxChunks) {
        for (String table :
                new String[] {"file_range", "register_entry", "scan_problem", "mention", "inventory", "file_scan"}) {
            jdbc.sql("analyze " + table).update();
        }
        fingerprintCompanies(revision);
        supersedeGone(revision);
        jdbc.sql("analyze planned_company").update();
        cutChunks(revision, chunkSize, maxChunks);
    }

    private void fingerprintCompanies(Revision revision) {
        jdbc.sql(
                        """
                        insert into planned_company (year, revision, company, fingerprint)
                        select :year, :revision, company,
                               sha256(convert_to(:basis || string_agg(record, E'\\n' order by record), 'UTF8'))
                        from (
                            select r.company,
                                   concat_ws('|', 'records', i.file, r.ordinal, r.first_record, encode(r.sha256, 'hex'),
                                             s.encoding, s.delimiter, s.form, s.columns) collate "C" as record
                            from inventory i
                            join file_scan s on s.id = i.scan_id
                            join file_range r on r.scan_id = i.scan_id
                            where i.year = :year and i.revision = :revision
                            union all
                            select e.company,
                                   concat_ws('|', 'register', i.file, e.line, e.participation, e.name, e.industry, e.region)
                            from inventory i
                            join register_entry e on e.scan_id = i.scan_id
                            where i.year = :year and i.revision = :revision
                            union all
                            select p.company, concat_ws('|', 'register', i.file, p.line, p.code, p.variant, p.col, p.value)
                            from inventory i
                            join scan_problem p on p.scan_id = i.scan_id
                            where i.year = :year and i.revision = :revision and p.entry
                            union all
                            select m.company, concat_ws('|', 'mentioned', i.file)
                            from inventory i
                            join mention m on m.scan_id = i.scan_id
                            where i.year = :year and i.revision = :revision
                              and exists (
                                  select from register_entry e
                                  join inventory ie on ie.scan_id = e.scan_id
                                  where e.company = m.company and ie.year = i.year and ie.revision = i.revision)
                        ) records
                        group by company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param(
                        "basis",
                        revision.methodologySha256() + '|' + revision.cutoff() + '|' + revision.rulesVersion() + '\n')
                .update();
    }

    /** What is no longer in the inbox has no current version any more. */
    private void supersedeGone(Revision revision) {
        jdbc.sql(
                        """
                        update submission set superseded_by = :revision
                        where year = :year and superseded_by is null and not exists (
                            select from planned_company p
                            where p.year = :year and p.revision = :revision and p.company = submission.company)
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }

    private void cutChunks(Revision revision, int chunkSize, int maxChunks) {
        jdbc.sql(
                        """
                        with due as (
                            select p.company,
                                   row_number() over (order by p.company) - 1 as place,
                                   count(*) over () as companies
                            from planned_company p
                            left join submission s
                              on s.year = p.year and s.company = p.company and s.superseded_by is null
                            where p.year = :year and p.revision = :revision
                              and s.fingerprint is distinct from p.fingerprint
                        )
                        update planned_company
                        set chunk = due.place / greatest(:chunkSize, (due.companies + :maxChunks - 1) / :maxChunks)
                        from due
                        where year = :year and revision = :revision and planned_company.company = due.company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("chunkSize", chunkSize)
                .param("maxChunks", maxChunks)
                .update();
        jdbc.sql(
                        """
                        insert into chunk (year, revision, step, number, first, last, items, state)
                        select year, revision, 'assess', chunk, min(company), max(company), count(*), 'waiting'
                        from planned_company
                        where year = :year and revision = :revision and chunk is not null
                        group by year, revision, chunk
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }
}
