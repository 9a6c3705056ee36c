package org.mera.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One run of a cycle at a time: an advisory lock on a connection of its own, which the server frees when its holder dies, and a fencing token
 * that every chunk's transaction checks.
 */
@Repository
public class JdbcCycleLocks {

    private static final Logger log = LoggerFactory.getLogger(JdbcCycleLocks.class);

    /** Sets our advisory locks apart from those of others in a shared database: "Mera". */
    private static final int SPACE = 0x4d657261;

    /** Ratings may share a database, each in a schema of its own; advisory locks know no schemas. */
    private static final String KEY = "? # hashtext(current_schema()), ?";

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public JdbcCycleLocks(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /**
     * {@return the lock of a cycle}
     *
     * @param holder who takes it: user, host, process
     * @throws CycleBusyException when another holds it; names the holder and since when
     */
    public CycleLock take(int year, String holder) {
        Connection connection = connection(year);
        try {
            if (!tryLock(connection, year)) {
                throw busy(year);
            }
            return new HeldLock(connection, year, nextToken(year, holder));
        } catch (SQLException e) {
            release(connection, year);
            throw new DataAccessResourceFailureException("The lock of cycle " + year + " could not be taken", e);
        } catch (RuntimeException e) {
            // A connection that is not given back would keep the lock for as long as the process lives.
            release(connection, year);
            throw e;
        }
    }

    private Connection connection(int year) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No connection for the lock of cycle " + year, e);
        }
    }

    /** Writes the holder's name to a cycle that did not exist yet when it was locked. {@return the token} */
    private long nextToken(int year, String holder) {
        return jdbc.sql(
                        """
                        insert into cycle_lock (year, token, holder, since) values (:year, 1, :holder, now())
                        on conflict (year) do update
                        set token = cycle_lock.token + 1, holder = excluded.holder, since = excluded.since
                        returning token
                        """)
                .param("year", year)
                .param("holder", holder)
                .query(Long.class)
                .single();
    }

    /**
     * Makes sure, within the current transaction, that the token is still the newest, and keeps it so until the transaction ends.
     *
     * @throws CycleBusyException when another process has taken the cycle over
     */
    public void requireHeld(int year, long token) {
        long newest = jdbc.sql("select token from cycle_lock where year = :year for share")
                .param("year", year)
                .query(Long.class)
                .single();
        if (newest != token) {
            throw new CycleBusyException(
                    "Cycle " + year + " was taken over by another run; this one writes nothing more");
        }
    }

    /** {@return whether anybody runs the cycle now} Asks without touching the lock, so that nobody is refused because of the question. */
    public boolean isHeld(int year) {
        return jdbc.sql(
                        """
                        select exists (
                            select from pg_locks
                            where locktype = 'advisory' and granted and objsubid = 2 and objid = :year
                              and classid = (:space # hashtext(current_schema()))::oid
                              and database = (select oid from pg_database where datname = current_database()))
                        """)
                .param("space", SPACE)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    private CycleBusyException busy(int year) {
        return jdbc.sql("select holder, since from cycle_lock where year = :year")
                .param("year", year)
                .query((row, number) -> new CycleBusyException("Cycle " + year + " is being run by "
                        + row.getString("holder")
                        + " since "
                        + SINCE.format(row.getTimestamp("since").toInstant().atZone(ZoneId.systemDefault()))
                        + "; wait until it ends, or see: mera status --year " + year))
                .optional()
                .orElseGet(() -> new CycleBusyException("Cycle " + year + " is being run by another process"));
    }

    private static boolean tryLock(Connection connection, int year) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(" + KEY + ")", year);
    }

    private static void release(Connection connection, int year) {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + KEY + ")", year);
        } catch (SQLException e) {
            // The server frees the lock of a lost connection by itself, and the token keeps late writers out.
            log.warn("The lock of cycle {} was lost before it was given back", year, e);
        }
    }

    private static boolean ask(Connection connection, String sql, int year) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, year);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private record HeldLock(Connection connection, int year, long token) implements CycleLock {

        @Override
        public void close() {
            release(connection, year);
        }
    }
}
