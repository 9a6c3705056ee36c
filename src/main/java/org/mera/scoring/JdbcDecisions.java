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
