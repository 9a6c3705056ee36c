package org.mera.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One run of a cycle at a time: an advisory lock on a connection of its own, which the server frees when its holder dies, and a fencing token
 * that every chunk's transaction checks. A lock whose connection was lost is taken again by its
 * holder, unless another was faster.
 */
@Repository
public class JdbcCycleLocks {

    private static final Logger log = LoggerFactory.getLogger(JdbcCycleLocks.class);

    /** Sets our advisory locks apart from those of others in a shared database: "Mera". */
    private static final int SPACE = 0x4d657261;

    /** Ratings may share a database, each in a schema of its own; advisory locks know no schemas. */
    private static final String KEY = "? # hashtext(current_schema()), ?";

    private static final int NAME_ASKED_FOR = 40;

    private static final int NAME_PAUSE_MILLIS = 50;

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** So long a connection that gives no answer is waited for, before it counts as lost. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

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
            Session session = Session.of(connection);
            return new HeldLock(year, nextToken(year, holder), session);
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
            throw takenOver(year);
        }
    }

    private CycleBusyException takenOver(int year) {
        return jdbc.sql("select holder, since from cycle_lock where year = :year")
                .param("year", year)
                .query((row, number) -> new CycleBusyException("Cycle " + year + " was taken over by " + holder(row)
                        + "; this run writes nothing more, see: mera status --year " + year))
                .single();
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

    /** Whoever has just taken the lock of a new cycle writes its name a moment later. */
    private CycleBusyException busy(int year) {
        for (int asked = 1; ; asked++) {
            Optional<String> holder = jdbc.sql("select holder, since from cycle_lock where year = :year")
                    .param("year", year)
                    .query((row, number) -> holder(row))
                    .optional();
            if (holder.isPresent() || asked == NAME_ASKED_FOR || !pause()) {
                return new CycleBusyException("Cycle " + year + " is being run by "
                        + holder.orElse("another process")
                        + "; wait until it ends, or see: mera status --year " + year);
            }
        }
    }

    /** {@return false when interrupted} */
    private static boolean pause() {
        try {
            Thread.sleep(NAME_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String holder(ResultSet row) throws SQLException {
        return row.getString("holder") + " since "
                + SINCE.format(row.getTimestamp("since").toInstant().atZone(ZoneId.systemDefault()));
    }

    private static boolean tryLock(Connection connection, int year) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(" + KEY + ")", year);
    }

    private static void release(Connection connection, int year) {
        try (connection) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER_LIMIT.toMillis()));
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

    /** The server's side of a connection, by which it is known there. */
    private record Session(Connection connection, int process, OffsetDateTime since) {

        static Session of(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                            "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Session(connection, row.getInt("pid"), row.getObject("backend_start", OffsetDateTime.class));
            }
        }

        boolean isAlive() {
            try {
                return connection.isValid(Math.toIntExact(ANSWER_LIMIT.toSeconds()));
            } catch (SQLException e) {
                return false;
            }
        }

        /** The pool must not hand out again what may answer late, still holding the lock. */
        void discard() {
            try (connection) {
                connection.abort(Runnable::run);
                // The pool takes notice of a connection's end by a failure only.
                connection.createStatement().close();
            } catch (SQLException e) {
                log.debug("A lost connection is closed", e);
            }
        }
    }

    private final class HeldLock implements CycleLock {

        private final int year;
        private final long token;
        private Session session;
        private boolean lost;

        HeldLock(int year, long token, Session session) {
            this.year = year;
            this.token = token;
            this.session = session;
        }

        @Override
        public long token() {
            return token;
        }

        @Override
        public synchronized void keep() {
            if (!lost && session.isAlive()) {
                return;
            }
            if (!lost) {
                log.warn("The lock of cycle {} was lost with its connection and is taken again", year);
                session.discard();
                lost = true;
            }
            session = again();
            lost = false;
        }

        private Session again() {
            Connection connection = connection(year);
            try {
                boolean free = tryLock(connection, year);
                if (token(connection) != token) {
                    throw takenOver(year);
                }
                if (!free) {
                    endFormerSession(connection);
                    throw new DataAccessResourceFailureException(
                            "The lock of cycle " + year + " is still held by the lost connection");
                }
                return Session.of(connection);
            } catch (SQLException e) {
                release(connection, year);
                throw new DataAccessResourceFailureException("The lock of cycle " + year + " could not be taken", e);
            } catch (RuntimeException e) {
                release(connection, year);
                throw e;
            }
        }

        private long token(Connection connection) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select token from cycle_lock where year = ?")) {
                statement.setInt(1, year);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            }
        }

        /** Where the network was lost, the server may take the former connection for alive for hours. */
        private void endFormerSession(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?")) {
                statement.setInt(1, session.process());
                statement.setObject(2, session.since());
                statement.execute();
            }
        }

        @Override
        public synchronized void close() {
            if (!lost) {
                release(session.connection(), year);
            }
        }
    }
}
