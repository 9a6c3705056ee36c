package org.mera.committee;

import java.util.List;
import java.util.stream.Stream;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;
import org.mera.cycle.Revision;
import org.mera.submission.JdbcProblems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a revision stands against approving it. */
@Repository
public class JdbcObstacles {

    private final JdbcClient jdbc;
    private final JdbcProblems problems;

    public JdbcObstacles(JdbcClient jdbc, JdbcProblems problems) {
        this.jdbc = jdbc;
        this.problems = problems;
    }

    /**
     * A registered company that is not accepted.
     *
     * @param name     empty where the register has none
     * @param status   {@code rejected} or {@code not-handed-in}
     * @param awaiting whether it has no other error but that its expert has not scored it
     */
    public record UnratedCompany(String company, String name, String status, int errors, boolean awaiting) {}

    /**
     * A file that was rejected whole.
     *
     * @param code of the problem that it was rejected for
     */
    public record RejectedFile(String file, String code) {}

    /** {@return the registered companies that are not accepted, withdrawn ones too} By company. */
    public List<UnratedCompany> unrated(Revision revision) {
        return jdbc.sql(
                        """
                        select p.company, e.name, s.status, s.errors,
                               exists (select from problem pr
                                       where pr.year = s.year and pr.company = s.company and pr.revision = s.revision
                                         and pr.severity = 'error' and pr.code = 'no-expert-assessment')
                               and not exists (select from problem pr
                                       where pr.year = s.year and pr.company = s.company and pr.revision = s.revision
                                         and pr.severity = 'error' and pr.code <> 'no-expert-assessment') as awaiting
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        join lateral (
                            select e.name from register_entry e
                            join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                            where e.company = p.company
                            order by i.file, e.line
                            limit 1
                        ) e on true
                        where p.year = :year and p.revision = :revision and s.status <> 'accepted'
                        order by p.company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new UnratedCompany(
                        row.getString("company"),
                        row.getString("name"),
                        row.getString("status"),
                        row.getInt("errors"),
                        row.getBoolean("awaiting")))
                .list();
    }

    /** {@return the errors of files and lines that belong to no registered company} In the order of problems.csv. */
    public List<Problem> errorsOfNobody(Revision revision) {
        try (Stream<Problem> all = problems.ofNoCompany(revision)) {
            return Stream.concat(
                            all.filter(problem -> problem.severity() == Severity.ERROR),
                            problems.ofCompanies(revision, unregistered(revision)).stream()
                                    .filter(problem -> problem.code() == ProblemCode.UNKNOWN_COMPANY))
                    .sorted(Problem.ORDER)
                    .toList();
        }
    }

    /** {@return who has handed in and is not in the register} */
    private List<String> unregistered(Revision revision) {
        return jdbc.sql(
                        """
                        select p.company
                        from planned_company p
                        where p.year = :year and p.revision = :revision
                          and not exists (
                            select from register_entry e
                            join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                            where e.company = p.company)
                        order by p.company
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(String.class)
                .list();
    }

    /** {@return the files that were rejected whole} By name. */
    public List<RejectedFile> rejectedFiles(Revision revision) {
        return jdbc.sql(
                        """
                        select i.file, coalesce(min(sp.code), '') as code
                        from inventory i
                        join file_scan f on f.id = i.scan_id
                        left join scan_problem sp on sp.scan_id = f.id and sp.severity = 'error'
                        where i.year = :year and i.revision = :revision and f.rejected
                        group by i.file
                        order by i.file
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> new RejectedFile(row.getString("file"), row.getString("code")))
                .list();
    }
}
