package org.mera.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.cycle.Revision;
import org.mera.database.JdbcCopy;
import org.mera.methodology.Methodology;
import org.mera.scoring.Assessment;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decisions;
import org.mera.scoring.Result;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accepted companies of a revision with what they are worth, and their places. */
@Repository
public class JdbcStandings {

    private static final int FETCH = 2000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JdbcCountingScores countingScores;

    public JdbcStandings(JdbcTemplate template, JdbcClient jdbc, JdbcCountingScores countingScores) {
        this.template = template;
        this.jdbc = jdbc;
        this.countingScores = countingScores;
    }

    /**
     * {@return the ranking of a revision, computed from what is stored} Reads bit by bit only within a transaction.
     *
     * @param decisions of the committee, over the scores that are stored
     * @param previous  by identity; empty where there is no earlier ranking, or none that may be compared
     */
    public Ranking ranking(
            Revision revision, Methodology methodology, Decisions decisions, Map<String, PastRank> previous) {
        return Ranking.of(methodology, standings(revision, methodology, decisions), previous);
    }

    /** Stores who stands where, in place of what is stored of this revision. Runs within the caller's transaction. */
    public void replace(Revision revision, Ranking ranking) {
        jdbc.sql("delete from ranked_company where year = :year and revision = :revision")
                .param("year", revision.year())
                .param("revision", revision.number())
                .update();
        JdbcCopy copy = new JdbcCopy("ranked_company", "year", "revision", "company", "rank", "total");
        for (RankedCompany company : ranking.companies()) {
            copy.row()
                    .put(revision.year())
                    .put(revision.number())
                    .put(company.company().id())
                    .put(company.rank())
                    .put(company.standing().total());
        }
        template.execute((ConnectionCallback<Integer>) connection -> {
            int rows = copy.rows();
            copy.flush(connection);
            return rows;
        });
    }

    /** {@return how many companies came how far in a revision that is ranked, also after a later one} */
    public Counts counts(Revision revision) {
        return beforeRanking(revision)
                .withRanked(jdbc.sql("select count(*) from ranked_company where year = :year and revision = :revision")
                        .param("year", revision.year())
                        .param("revision", revision.number())
                        .query(Integer.class)
                        .single());
    }

    /** {@return how many companies came how far in a revision that has been assessed, none of them into the ranking yet} */
    public Counts beforeRanking(Revision revision) {
        return jdbc.sql(
                        """
                        select (select count(*)
                                from (select distinct e.company
                                      from inventory i join register_entry e on e.scan_id = i.scan_id
                                      where i.year = :year and i.revision = :revision) entries) as registered,
                               (select count(*)
                                from (select distinct on (company) withdrawn from withdrawal
                                      where year = :year and act <= :lastAct
                                      order by company, act desc) w
                                where w.withdrawn) as withdrawn,
                               count(*) filter (where s.status = 'accepted') as accepted,
                               count(*) filter (where s.status = 'rejected') as rejected,
                               count(*) filter (where s.status <> 'not-handed-in' and s.warnings > 0) as warned
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        where p.year = :year and p.revision = :revision
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("lastAct", revision.lastAct())
                .query((row, index) -> new Counts(
                        row.getInt("registered"),
                        row.getInt("accepted") + row.getInt("rejected"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        row.getInt("warned"),
                        0,
                        row.getInt("withdrawn")))
                .single();
    }

    /** {@return how many companies a revision has, of the register or of a file} */
    public int companies(Revision revision) {
        return jdbc.sql("select count(*) from planned_company where year = :year and revision = :revision")
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(Integer.class)
                .single();
    }

    /** {@return how many rejected companies of a revision the committee has withdrawn} */
    public int rejectedAndWithdrawn(Revision revision) {
        return jdbc.sql(
                        """
                        select count(*)
                        from (select distinct on (company) company, withdrawn from withdrawal
                              where year = :year and act <= :lastAct
                              order by company, act desc) w
                        join planned_company p on p.company = w.company
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        where p.year = :year and p.revision = :revision and w.withdrawn and s.status = 'rejected'
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("lastAct", revision.lastAct())
                .query(Integer.class)
                .single();
    }

    /** {@return how many accepted companies of a revision the committee has withdrawn} */
    public int acceptedAndWithdrawn(Revision revision, Decisions decisions) {
        return jdbc.sql(
                        """
                        select count(*)
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        where p.year = :year and p.revision = :revision and s.status = 'accepted'
                          and p.company = any(:withdrawn)
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .param("withdrawn", decisions.withdrawn().keySet().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private List<Standing> standings(Revision revision, Methodology methodology, Decisions decisions) {
        Map<String, byte[]> overruled = countingScores.of(revision, decisions.decided());
        List<Standing> standings = new ArrayList<>();
        jdbc.sql(
                        """
                        select p.company, e.name, e.industry, e.region, e.participation,
                               s.column_sums, s.section_sums, s.total, s.warnings
                        from planned_company p
                        join submission s
                          on s.year = p.year and s.company = p.company and s.revision <= p.revision
                         and (s.superseded_by is null or s.superseded_by > p.revision)
                        join register_entry e on e.company = p.company
                        join inventory i on i.scan_id = e.scan_id and i.year = p.year and i.revision = p.revision
                        where p.year = :year and p.revision = :revision and s.status = 'accepted' and s.total is not null
                        """)
                .withFetchSize(FETCH)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(row -> {
                    String company = row.getString("company");
                    if (!decisions.isWithdrawn(company)) {
                        Result result = result(row, methodology, decisions, overruled.get(company));
                        standings.add(standing(row, methodology, decisions, result));
                    }
                });
        return standings;
    }

    /** The stored result is the expert's own: what the committee has decided since lies over it and is added up here. */
    private static Result result(
            ResultSet row, Methodology methodology, Decisions decisions, byte @Nullable [] overruled)
            throws SQLException {
        String company = row.getString("company");
        if (overruled != null) {
            return new Assessment(decisions.counting(methodology, company, overruled)).result(methodology);
        }
        int[] columnSums = numbers(row, "column_sums");
        if (Arrays.stream(columnSums).sum() != row.getInt("total")) {
            throw new IllegalStateException("The stored total of " + company + " is not the sum of its columns");
        }
        return new Result(columnSums, numbers(row, "section_sums"), row.getInt("total"));
    }

    private static Standing standing(ResultSet row, Methodology methodology, Decisions decisions, Result result)
            throws SQLException {
        Company company = new Company(
                row.getString("company"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                Participation.of(row.getString("participation")).orElseThrow());
        return Standing.of(
                methodology,
                company,
                result.columnSums(),
                result.sectionSums(),
                row.getInt("warnings"),
                decisions
                        .scoreClass(company.id())
                        .map(ClassDecision::scoreClass)
                        .orElse(null));
    }

    private static int[] numbers(ResultSet row, String column) throws SQLException {
        Integer[] stored = (Integer[]) row.getArray(column).getArray();
        int[] numbers = new int[stored.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stored[i];
        }
        return numbers;
    }
}
