package org.mera.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mera.cycle.Chunk;
import org.mera.cycle.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which papers were printed, and how printing them is cut into chunks. */
@Repository
public class JdbcReports {

    /** Stands for the committee in place of a company. */
    public static final String COMMITTEE = "";

    private static final String COLUMNS = "company, fingerprint, edition, sha256, size, revision";

    private final JdbcClient jdbc;

    public JdbcReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many papers a revision has, and how many of them were printed for it. */
    public record Printed(int printed, int reports) {}

    /**
     * Cuts the papers of a revision into chunks: the committee's, which takes longest, first, then the companies' by identity (code points).
     *
     * @param step      that the chunks are of
     * @param committee what the committee's chunk is called
     * @param size      how many papers a chunk has, unless that made too many chunks
     * @param most      how many chunks of companies there are at most
     */
    public void plan(Revision revision, String step, String committee, int size, int most) {
        jdbc.sql(
                        """
                        insert into chunk (year, revision, step, number, first, last, items, state)
                        select :year, :revision, :step, 1, :committee, :committee, 1, 'waiting'
                        union all
                        select :year, :revision, :step, 2 + cut, min(company), max(company), count(*), 'waiting'
                        from (
                            select company,
                                   (row_number() over (order by company) - 1)
                                       / greatest(:size, (count(*) over () + :most - 1) / :most) as cut
                            from ranked_company
                            where year = :year and revision = :revision
                        ) ranked
                        group by cut
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("step", step)
                .param("committee", committee)
                .param("size", size)
                .param("most", most)
                .update();
    }

    /** {@return the ranked companies of a chunk, by identity (code points)} */
    public List<String> companies(Revision revision, Chunk chunk) {
        return jdbc.sql(
                        """
                        select company from ranked_company
                        where year = :year and revision = :revision and company between :first and :last
                        order by company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query(String.class)
                .list();
    }

    /** {@return what was printed last of these companies, by company} */
    public Map<String, PrintedReport> printed(int year, List<String> companies) {
        Map<String, PrintedReport> printed = new HashMap<>();
        jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from report
                        where year = :year and company = any (cast(:companies as text[]))
                        """)
                .param("year", year)
                .param("companies", companies.toArray(String[]::new))
                .query((row, index) -> report(row))
                .list()
                .forEach(report -> printed.put(report.company(), report));
        return printed;
    }

    /** {@return what was printed last of every paper of a year, the committee's first, then by company (code points)} */
    public List<PrintedReport> printed(int year) {
        return jdbc.sql("select " + COLUMNS + " from report where year = :year order by company")
                .param("year", year)
                .query((row, index) -> report(row))
                .list();
    }

    /** Writes down that papers were printed. Runs within the caller's transaction; may be repeated. */
    public void store(int year, List<PrintedReport> printed) {
        for (PrintedReport report : printed) {
            jdbc.sql(
                            """
                            insert into report (year, company, fingerprint, edition, sha256, size, revision)
                            values (:year, :company, :fingerprint, :edition, :sha256, :size, :revision)
                            on conflict (year, company) do update
                            set fingerprint = excluded.fingerprint, edition = excluded.edition,
                                sha256 = excluded.sha256, size = excluded.size, revision = excluded.revision
                            """)
                    .param("year", year)
                    .param("company", report.company())
                    .param("fingerprint", report.fingerprint())
                    .param("edition", report.edition())
                    .param("sha256", report.sha256())
                    .param("size", report.size())
                    .param("revision", report.revision())
                    .update();
        }
    }

    /** Counts the papers of a revision that is being published, and forgets those of companies that are no longer ranked. May be repeated. */
    public void publish(Revision revision) {
        jdbc.sql(
                        """
                        delete from report r
                        where r.year = :year and r.company <> '' and not exists (
                            select from ranked_company k
                            where k.year = r.year and k.revision = :revision and k.company = r.company)
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
        jdbc.sql(
                        """
                        insert into reported_revision (year, revision, printed, reports)
                        select :year, :revision, count(*) filter (where revision = :revision), count(*)
                        from report
                        where year = :year
                        on conflict (year, revision) do update
                        set printed = excluded.printed, reports = excluded.reports
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
    }

    /** {@return how many papers a published revision has} Empty where it was published without papers, or not at all. */
    public Optional<Printed> published(Revision revision) {
        return jdbc.sql("select printed, reports from reported_revision where year = :year and revision = :revision")
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new Printed(row.getInt("printed"), row.getInt("reports")))
                .optional();
    }

    /** {@return the names of the companies of a revision, as far as its register has them} */
    public Map<String, String> names(int year, int revision) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select e.company, e.name
                        from inventory i join register_entry e on e.scan_id = i.scan_id
                        where i.year = :year and i.revision = :revision
                        order by i.file desc, e.line desc
                        """)
                .param("year", year)
                .param("revision", revision)
                .query(row -> {
                    names.put(row.getString("company"), row.getString("name"));
                });
        return names;
    }

    private static PrintedReport report(ResultSet row) throws SQLException {
        return new PrintedReport(
                row.getString("company"),
                row.getString("fingerprint"),
                row.getString("edition"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getInt("revision"));
    }
}
