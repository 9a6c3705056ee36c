package org.mera.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of companies, answered and found. Nothing is ever changed: of one subject, what was said last stands. */
@Repository
public class JdbcVerifications {

    private final JdbcClient jdbc;

    public JdbcVerifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a verification within the caller's transaction.
     *
     * @param act    of which it is part
     * @param record its number in the act's file
     */
    public void add(long act, int record, int year, Verification verification) {
        jdbc.sql(
                        """
                        insert into verification
                            (act, ordinal, year, company, criterion, col, request, answer, outcome, verifier, verified_on)
                        values (:act, :ordinal, :year, :company, :criterion, :col, :request, :answer, :outcome, :verifier, :date)
                        """)
                .param("act", act)
                .param("ordinal", record)
                .param("year", year)
                .param("company", verification.company())
                .param("criterion", verification.criterion())
                .param("col", verification.column())
                .param("request", verification.request())
                .param("answer", verification.answer())
                .param("outcome", verification.outcome().word())
                .param("verifier", verification.verifier())
                .param("date", verification.date())
                .update();
    }

    /** {@return the verifications that stand after an act} By {@link Verification#ORDER}. */
    public List<Verification> upTo(int year, long lastAct) {
        return jdbc
                .sql(
                        """
                        select distinct on (company, criterion, col)
                               company, criterion, col, request, answer, outcome, verifier, verified_on
                        from verification
                        where year = :year and act <= :lastAct
                        order by company, criterion, col, act desc, ordinal desc
                        """)
                .param("year", year)
                .param("lastAct", lastAct)
                .query(JdbcVerifications::verification)
                .list()
                .stream()
                .sorted(Verification.ORDER)
                .toList();
    }

    /** {@return all that stand} */
    public List<Verification> all(int year) {
        return upTo(year, Long.MAX_VALUE);
    }

    private static Verification verification(ResultSet row, int index) throws SQLException {
        return new Verification(
                row.getString("company"),
                row.getObject("criterion", Integer.class),
                row.getString("col"),
                row.getString("request"),
                row.getString("answer"),
                Verification.Outcome.of(row.getString("outcome")).orElseThrow(),
                row.getString("verifier"),
                row.getObject("verified_on", LocalDate.class));
    }
}
