package org.mera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseServer;

/** The embedded server, on which everything is measured in fresh databases, one after the other. */
final class Server implements AutoCloseable {

    private static final Path HOME = Benchmark.FOLDER.resolve("home");

    private final DatabaseServer server;
    private final DatabaseAccess access;
    private final double startSeconds;

    private Server(DatabaseServer server, double startSeconds) {
        this.server = server;
        this.access = server.access();
        this.startSeconds = startSeconds;
    }

    /** Starts it twice: the first start may have to make its data folder. */
    static Server open() {
        DatabaseServer.open(HOME, Map.of()).close();
        long begun = System.nanoTime();
        DatabaseServer server = DatabaseServer.open(HOME, Map.of());
        return new Server(server, Benchmark.secondsSince(begun));
    }

    double startSeconds() {
        return startSeconds;
    }

    String user() {
        return access.user();
    }

    String password() {
        return access.password();
    }

    /** {@return the operating system's number of the process whose children serve the connections} */
    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(HOME.resolve("data").resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    /** {@return what the work gives} It gets the URL of an empty database, which is dropped afterwards. */
    <T> T inFreshDatabase(String name, Work<T> work) throws Exception {
        execute(access.url(), "drop database if exists " + name + " with (force)");
        execute(access.url(), "create database " + name);
        T result = work.measure(access.url().substring(0, access.url().lastIndexOf('/') + 1) + name);
        execute(access.url(), "drop database " + name + " with (force)");
        return result;
    }

    Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, access.user(), access.password());
    }

    void execute(String url, String... statements) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** What is measured in a database. */
    interface Work<T> {
        T measure(String url) throws Exception;
    }
}
