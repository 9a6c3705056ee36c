package org.mera.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.postgresql.PGStatement;

/**
 * Rows that come company by company (code points), streamed, so that several such answers can be walked through side by side within one
 * transaction. The first column is the company.
 */
final class JdbcRowsByCompany implements AutoCloseable {

    private static final int FETCH = 4000;
    /** In pgjdbc's words: binary from the first execution on. */
    private static final int BINARY = -1;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable String company;

    JdbcRowsByCompany(Connection connection, String sql, int... parameters) throws SQLException {
        statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            statement.setInt(i + 1, parameters[i]);
        }
        rows = statement.executeQuery();
        next();
    }

    /** {@return whose row is the current one} null after the last. */
    @Nullable
    String company() {
        return company;
    }

    boolean isAt(String other) {
        return other.equals(company);
    }

    boolean isBefore(String other) {
        return company != null && CodePoints.ORDER.compare(company, other) < 0;
    }

    /** {@return the current row} */
    ResultSet row() {
        return rows;
    }

    void next() throws SQLException {
        company = rows.next() ? rows.getString(1) : null;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
