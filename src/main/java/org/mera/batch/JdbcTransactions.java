package org.mera.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions with their connection at hand, as COPY wants it; the repositories called in between take part. */
@Component
class JdbcTransactions {

    private static final int BINARY_FROM_THE_FIRST = -1;

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final DataSource dataSource;

    JdbcTransactions(PlatformTransactionManager transactionManager, DataSource dataSource) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.snapshot = new TransactionTemplate(transactionManager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        this.dataSource = dataSource;
    }

    /** Does the work in one transaction; all of it is undone when it throws. */
    void inTransaction(ChunkWork work) {
        transaction.executeWithoutResult(status -> execute(work));
    }

    /** Does reading work that sees the database as it is at one moment, however long it takes. */
    void inSnapshot(ChunkWork work) {
        snapshot.executeWithoutResult(status -> execute(connection -> binary(connection, work)));
    }

    /** {@return what is read, as the database is at one moment} For what is short; many rows are read by {@link #inSnapshot}. */
    <T> T reading(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    /** What is read in a snapshot is large: bytes and arrays come in PostgreSQL's binary format, which the driver uses only from a statement's fifth execution on. */
    private static void binary(Connection connection, ChunkWork work) throws IOException, SQLException {
        PGConnection driver = connection.unwrap(PGConnection.class);
        int before = driver.getPrepareThreshold();
        driver.setPrepareThreshold(BINARY_FROM_THE_FIRST);
        try {
            work.execute(connection);
        } finally {
            driver.setPrepareThreshold(before);
        }
    }

    private void execute(ChunkWork work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            work.execute(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("read or write", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
