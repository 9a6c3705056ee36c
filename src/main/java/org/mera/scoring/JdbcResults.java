package org.mera.scoring;

import java.sql.Connection;
import java.sql.SQLException;
import org.mera.database.JdbcCopy;

/** Results on their way into the database: one COPY a chunk. */
public final class JdbcResults {

    private final JdbcCopy copy =
            new JdbcCopy("result", "year", "company", "revision", "column_sums", "section_sums", "total");

    /** Gathers a company's result. */
    public void add(int year, int revision, String company, Result result) {
        copy.row()
                .put(year)
                .put(company)
                .put(revision)
                .put(result.columnSums())
                .put(result.sectionSums())
                .put(result.total());
    }

    /** Stores what was gathered, within the connection's transaction. */
    public void flush(Connection connection) throws SQLException {
        copy.flush(connection);
    }
}
