package org.mera.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fresh, empty database of its own for a test class, on one embedded server that all tests of a JVM share. Its home
 * stays below {@code target/}, so only the first run after a clean build unpacks PostgreSQL.
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.create();
 *
 * @AfterAll
 * static void drop() {
 *     DATABASE.close();
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final Path HOME = Path.of("target", "test-database");
    private static final Pattern NAME = Pattern.compile("test_(\\d+)_\\d+");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** {@return a new database} It is dropped when it is closed, or by a later JVM if this one dies. */
    public static TestDatabase create() {
        return create("");
    }

    /** {@return a new database unlike the others} Its options as {@code create database} takes them: another locale, for example. */
    public static TestDatabase create(String options) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute("create database " + name + " " + options);
        return new TestDatabase(name);
    }

    public DatabaseAccess access() {
        DatabaseAccess server = Holder.SERVER.access();
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new DatabaseAccess(url, server.user(), server.password());
    }

    String name() {
        return name;
    }

    public Connection connect() throws SQLException {
        return JdbcLogin.connect(access());
    }

    /** {@return the environment that makes Mera use this database as an external one} */
    public Map<String, String> environment() {
        return Map.of(
                "MERA_DATABASE_URL", access().url(),
                "MERA_DATABASE_USER", access().user(),
                "MERA_DATABASE_PASSWORD", access().password());
    }

    @Override
    public void close() {
        execute("drop database if exists " + name + " with (force)");
    }

    private static void execute(String sql) {
        try (Connection connection = JdbcLogin.connect(Holder.SERVER.access());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Opens the server at the first use, and closes it when the JVM ends. */
    private static final class Holder {

        private static final DatabaseServer SERVER = open();

        private static DatabaseServer open() {
            DatabaseServer server = DatabaseServer.open(HOME, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test database"));
            dropForsaken(server.access());
            return server;
        }

        private static void dropForsaken(DatabaseAccess access) {
            try (Connection connection = JdbcLogin.connect(access);
                    Statement statement = connection.createStatement()) {
                List<String> names = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("select datname from pg_database order by datname")) {
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                }
                for (String name : names) {
                    if (isForsaken(name)) {
                        statement.execute("drop database if exists " + name + " with (force)");
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean isForsaken(String name) {
            Matcher matcher = NAME.matcher(name);
            return matcher.matches()
                    && Optional.of(Long.parseLong(matcher.group(1)))
                            .flatMap(ProcessHandle::of)
                            .isEmpty();
        }
    }
}
