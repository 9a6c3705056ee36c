package org.mera.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The problems of a revision: those of its files, and those of its companies' current submissions. */
@Repository
public class JdbcProblems {

    /** Stands before each detail in their column; the unit separator of ASCII, which no CSV cell has a use for. */
    private static final String SEPARATOR = "\u001f";

    private static final int FETCH = 1000;

    private static final String IN_ORDER =
            "file, line, col, criterion nulls first, code, company, value, severity, variant, details, other_file, other_line";

    private static final String BY_COMPANY =
            "company, file, line, col, criterion nulls first, code, value, severity, variant, details, other_file, other_line";

    private static final String OF_A_REVISION =
            """
            select f.file, p.places[2 * pr.part + 2] + pr.record as line, pr.company, pr.criterion, pr.col, pr.severity,
                   pr.code, pr.variant, pr.value, pr.details,
                   o.file as other_file, p.places[2 * pr.other_part + 2] + pr.other_record as other_line
            from planned_company p
            join submission s on s.year = p.year and s.company = p.company and s.superseded_by is null
            join problem pr on pr.year = s.year and pr.company = s.company and pr.revision = s.revision
            left join inventory f
              on f.year = p.year and f.revision = p.revision and f.number = p.places[2 * pr.part + 1]
            left join inventory o
              on o.year = p.year and o.revision = p.revision and o.number = p.places[2 * pr.other_part + 1]
            where p.year = :year and p.revision = :revision
            union all
            select i.file, sp.line, sp.company, sp.criterion, sp.col, sp.severity, sp.code, sp.variant, sp.value, sp.details,
                   null, null
            from inventory i
            join scan_problem sp on sp.scan_id = i.scan_id
            where i.year = :year and i.revision = :revision and not sp.entry
            """;

    private static final String KINDS_OF_A_REVISION =
            """
            select pr.severity, pr.code
            from planned_company p
            join submission s on s.year = p.year and s.company = p.company and s.superseded_by is null
            join problem pr on pr.year = s.year and pr.company = s.company and pr.revision = s.revision
            where p.year = :year and p.revision = :revision
            union all
            select sp.severity, sp.code
            from inventory i
            join scan_problem sp on sp.scan_id = i.scan_id
            where i.year = :year and i.revision = :revision and not sp.entry
            """;

    private final JdbcClient jdbc;

    public JdbcProblems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return all problems in the order of problems.csv} To be closed; streams only within a transaction. */
    public Stream<Problem> inOrder(Revision revision) {
        return stream(revision, IN_ORDER, "");
    }

    /**
     * {@return the problems of companies, company by company} The ranked in the order of the ranking as it is stored, then the others. To be closed;
     * streams only within a transaction.
     */
    public Stream<Problem> byCompany(Revision revision) {
        return jdbc
                .sql("select problems.* from (" + OF_A_REVISION
                        + """
                        ) problems
                        left join ranked_company k
                          on k.year = :year and k.revision = :revision and k.company = problems.company
                        where problems.company <> ''
                        order by k.rank nulls last, problems."""
                        + BY_COMPANY)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> placed(row))
                .stream();
    }

    /** {@return the problems of these companies, company by company} Asks the database for as many companies as are given: give some hundred. */
    public List<Problem> ofCompanies(Revision revision, Collection<String> companies) {
        return jdbc.sql("select * from (" + OF_A_REVISION + ") problems where company = any(:companies) order by "
                        + BY_COMPANY)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("companies", companies.toArray(new String[0]))
                .query((row, index) -> placed(row))
                .list();
    }

    /** {@return the problems of files and lines that belong to no company of the revision, in the order of problems.csv} To be closed. */
    public Stream<Problem> ofNoCompany(Revision revision) {
        return stream(
                revision,
                IN_ORDER,
                """
                where company = '' or not exists (
                    select from planned_company p
                    where p.year = :year and p.revision = :revision and p.company = problems.company)
                """);
    }

    /** {@return how many problems there are of each code, the most frequent first} */
    public Map<String, Integer> countByCode(Revision revision) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select code, count(*) as problems from (" + KINDS_OF_A_REVISION
                        + ") problems group by code order by count(*) desc, code")
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(row -> {
                    counts.put(row.getString("code"), row.getInt("problems"));
                });
        return counts;
    }

    /** {@return how many problems are errors, and how many warnings} */
    public Map<Severity, Integer> countBySeverity(Revision revision) {
        Map<Severity, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select severity, count(*) as problems from (" + KINDS_OF_A_REVISION + ") problems group by severity")
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(row -> {
                    counts.put(severity(row), row.getInt("problems"));
                });
        return counts;
    }

    private Stream<Problem> stream(Revision revision, String order, String condition) {
        return jdbc
                .sql("select * from (" + OF_A_REVISION + ") problems " + condition + " order by " + order)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query((row, index) -> placed(row))
                .stream();
    }

    /** Adds the columns criterion, col, severity, code, variant, value, details; line and company are the caller's. */
    static void put(JdbcCopy copy, Problem problem) {
        StringBuilder details = new StringBuilder();
        problem.details().forEach(detail -> details.append(SEPARATOR).append(detail));
        copy.put(problem.criterion())
                .put(problem.column())
                .put(problem.severity().word())
                .put(problem.code().code())
                .put(problem.variant())
                .put(problem.value())
                .put(details.toString());
    }

    private static Problem placed(ResultSet row) throws SQLException {
        String file = row.getString("file");
        if (file == null) {
            throw new IllegalStateException("A problem of " + row.getString("company") + " stands nowhere");
        }
        Problem problem = problem(row, file, row.getInt("line"));
        String otherFile = row.getString("other_file");
        return otherFile == null
                ? problem
                : PlaceDetails.of(problem).filled(problem, otherFile, row.getInt("other_line"));
    }

    /** {@return the problem of a row that has the column company too} Its place is the caller's. */
    static Problem problem(ResultSet row, String file, int line) throws SQLException {
        int criterion = row.getInt("criterion");
        Integer criterionOrNull = row.wasNull() ? null : criterion;
        String details = row.getString("details");
        return new Problem(
                file,
                line,
                row.getString("company"),
                criterionOrNull,
                row.getString("col"),
                severity(row),
                ProblemCode.of(row.getString("code")),
                row.getString("variant"),
                row.getString("value"),
                details.isEmpty() ? List.of() : List.of(details.substring(1).split(SEPARATOR, -1)));
    }

    private static Severity severity(ResultSet row) throws SQLException {
        return Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT));
    }
}
