package org.mera.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the committee has decided, as it is stored. */
@Repository
public class JdbcDecisions {

    private final JdbcClient jdbc;

    public JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@return what was decided of a rated year up to now} */
    public Decisions all(int year) {
        return upTo(year, Long.MAX_VALUE);
    }

    /** {@return what was decided of a rated year up to an act} */
    public Decisions upTo(int year, long lastAct) {
        List<Decision> cells = new ArrayList<>();
        List<ClassDecision> classes = new ArrayList<>();
        jdbc.sql(
                        """
                        select company, criterion, col, score, score_class, evidence, reason, protocol, decided_on
                        from decision
                        where year = :year and act <= :lastAct
                        order by act, ordinal
                        """)
                .param("year", year)
                .param("lastAct", lastAct)
                .query(row -> {
                    if (row.getString("score_class") == null) {
                        cells.add(cell(row));
                    } else {
                        classes.add(scoreClass(row));
                    }
                });
        return Decisions.of(cells, classes, withdrawn(year, lastAct));
    }

    /**
     * Stores a decision on a cell, within the caller's transaction.
     *
     * @param act     of the committee, as it is stored
     * @param ordinal its record in the file
     */
    public void add(long act, int ordinal, int year, Decision decision) {
        jdbc.sql(
                        """
                        insert into decision
                            (act, ordinal, year, company, criterion, col, score, evidence, reason, protocol, decided_on)
                        values (:act, :ordinal, :year, :company, :criterion, :col, :score, :evidence, :reason, :protocol, :date)
                        """)
                .param("act", act)
                .param("ordinal", ordinal)
                .param("year", year)
                .param("company", decision.company())
                .param("criterion", decision.criterion())
                .param("col", decision.column())
                .param("score", decision.score())
                .param("evidence", decision.evidence())
                .param("reason", decision.reason())
                .param("protocol", decision.protocol())
                .param("date", decision.date())
                .update();
    }

    /**
     * Stores a decision on a class, within the caller's transaction.
     *
     * @param act     of the committee, as it is stored
     * @param ordinal its record in the file
     */
    public void add(long act, int ordinal, int year, ClassDecision decision) {
        jdbc.sql(
                        """
                        insert into decision (act, ordinal, year, company, score_class, evidence, reason, protocol, decided_on)
                        values (:act, :ordinal, :year, :company, :scoreClass, '', :reason, :protocol, :date)
                        """)
                .param("act", act)
                .param("ordinal", ordinal)
                .param("year", year)
                .param("company", decision.company())
                .param("scoreClass", decision.scoreClass())
                .param("reason", decision.reason())
                .param("protocol", decision.protocol())
                .param("date", decision.date())
                .update();
    }

    /**
     * Stores that a company was withdrawn, or is so no more, within the caller's transaction.
     *
     * @param act of the committee, as it is stored
     */
    public void add(long act, int year, Withdrawal withdrawal, boolean withdrawn) {
        jdbc.sql(
                        """
                        insert into withdrawal (act, year, company, withdrawn, reason)
                        values (:act, :year, :company, :withdrawn, :reason)
                        """)
                .param("act", act)
                .param("year", year)
                .param("company", withdrawal.company())
                .param("withdrawn", withdrawn)
                .param("reason", withdrawal.reason())
                .update();
    }

    private Map<String, Withdrawal> withdrawn(int year, long lastAct) {
        Map<String, Withdrawal> withdrawn = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select company, withdrawn, reason
                        from withdrawal
                        where year = :year and act <= :lastAct
                        order by act
                        """)
                .param("year", year)
                .param("lastAct", lastAct)
                .query(row -> {
                    String company = row.getString("company");
                    withdrawn.remove(company);
                    if (row.getBoolean("withdrawn")) {
                        withdrawn.put(company, new Withdrawal(company, row.getString("reason")));
                    }
                });
        return withdrawn;
    }

    private static Decision cell(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("company"),
                row.getInt("criterion"),
                row.getInt("col"),
                row.getInt("score"),
                row.getString("evidence"),
                row.getString("reason"),
                row.getString("protocol"),
                row.getObject("decided_on", LocalDate.class));
    }

    private static ClassDecision scoreClass(ResultSet row) throws SQLException {
        return new ClassDecision(
                row.getString("company"),
                row.getString("score_class"),
                row.getString("reason"),
                row.getString("protocol"),
                row.getObject("decided_on", LocalDate.class));
    }
}
