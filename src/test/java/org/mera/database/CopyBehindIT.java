package org.mera.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyBehindIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int ROWS = 20_000;
    private static final int BLOCK = 8 * 1024;

    private Connection connection;
    private final JdbcCopy rows = new JdbcCopy("counted", "number", "company");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void createTable() throws SQLException {
        connection = JdbcLogin.connect(DATABASE.access());
        connection.setAutoCommit(false);
        execute("create temp table counted (number integer check (number <> 7777), company text)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void copiesEveryRowOnceAndInOrder() throws SQLException {
        try (CopyBehind behind = new CopyBehind(connection)) {
            for (int number = 10_000; number < 10_000 + ROWS; number++) {
                add(number);
                if (rows.size() > BLOCK) {
                    // The last row belongs to the next block.
                    JdbcCopy.Mark mark = rows.mark();
                    add(++number);
                    behind.copy(rows, mark);
                    assertThat(rows.rows()).isOne();
                }
            }
            behind.copy(rows);
            behind.await();
            assertThat(rows.rows()).isZero();
            assertThat(rows.size()).isZero();
        }

        assertThat(number("select count(*) from counted")).isEqualTo(ROWS);
        assertThat(number("select count(distinct number) from counted")).isEqualTo(ROWS);
        assertThat(number("select count(*) from counted where company <> 'c' || number"))
                .isZero();
        assertThat(number(
                        "select count(*) from (select number, lag(number) over (order by ctid) as before from counted)"
                                + " as ordered where number <> before + 1"))
                .isZero();
    }

    @Test
    void leavesTheConnectionToItsOwnerBetweenTwoBlocks() throws SQLException {
        try (CopyBehind behind = new CopyBehind(connection)) {
            add(1);
            behind.copy(rows);
            behind.await();
            Savepoint savepoint = connection.setSavepoint();
            add(2);
            behind.copy(rows);
            behind.await();
            connection.rollback(savepoint);
            add(3);
            behind.copy(rows);
        }

        assertThat(number("select sum(number) from counted")).isEqualTo(1 + 3);
    }

    @Test
    void copiesSeveralTablesAndPassesOverTheEmpty() throws SQLException {
        JdbcCopy empty = new JdbcCopy("counted", "number", "company");
        JdbcCopy other = new JdbcCopy("counted", "number", "company");
        try (CopyBehind behind = new CopyBehind(connection)) {
            add(1);
            other.row().put(2).put("c2");
            behind.copy(rows, empty, other);
            assertThat(rows.rows() + other.rows()).isZero();
            add(3);
            behind.copy(empty, rows);
        }

        assertThat(number("select sum(number) from counted")).isEqualTo(1 + 2 + 3);
    }

    @Test
    void takesNothingWhereNothingIsGathered() throws SQLException {
        try (CopyBehind behind = new CopyBehind(connection)) {
            JdbcCopy.Mark none = rows.mark();
            add(1);
            behind.copy(rows, none);
            assertThat(rows.rows()).isOne();
            behind.copy(rows);
        }

        assertThat(number("select count(*) from counted")).isOne();
    }

    @Test
    void tellsWhoseRowWasRefusedOnceAndKeepsWhatCameAfterIt() throws SQLException {
        try (CopyBehind behind = new CopyBehind(connection)) {
            add(1);
            add(7777);
            behind.copy(rows);
            add(2);

            assertThatThrownBy(() -> behind.copy(rows))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("company c7777: ");
            assertThat(rows.rows()).isOne();
            connection.rollback();
        }
    }

    @Test
    void tellsOfTheLastBlockWhenItIsClosed() throws SQLException {
        CopyBehind behind = new CopyBehind(connection);
        add(7777);
        behind.copy(rows);

        assertThatThrownBy(behind::close).isInstanceOf(SQLException.class).hasMessageStartingWith("company c7777: ");
    }

    @Test
    void waitsForTheBlockThoughItIsInterrupted() throws SQLException {
        try (CopyBehind behind = new CopyBehind(connection)) {
            for (int number = 10_000; number < 10_000 + ROWS; number++) {
                add(number);
            }
            Thread.currentThread().interrupt();
            behind.copy(rows);
            behind.await();

            assertThat(Thread.interrupted()).isTrue();
        } finally {
            // Nobody else is to meet it.
            Thread.interrupted();
        }

        assertThat(number("select count(*) from counted")).isEqualTo(ROWS);
    }

    private void add(int number) {
        rows.row().put(number).put("c" + number);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
