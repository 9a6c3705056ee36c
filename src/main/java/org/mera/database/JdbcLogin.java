package org.mera.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Real logins: the one proof that a server is there, is ours and takes connections. */
final class JdbcLogin {

    private static final String WRONG_PASSWORD = "28P01";

    private JdbcLogin() {}

    static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), properties(access));
    }

    private static Properties properties(DatabaseAccess access) {
        Properties properties = new Properties();
        if (!access.user().isEmpty()) {
            properties.setProperty("user", access.user());
        }
        if (!access.password().isEmpty()) {
            properties.setProperty("password", access.password());
        }
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "10");
        return properties;
    }

    /**
     * Logs in and makes sure that the server works on this data folder and has the database.
     *
     * @throws SQLException if the login fails, in particular while the server starts or recovers
     * @throws DatabaseException if the answer says that waiting is of no use
     */
    static void enter(Home home, int port, String password) throws SQLException {
        DatabaseAccess access = home.access("postgres", port, password);
        Properties properties = properties(access);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        // Another program may have taken the port: it must not be able to ask for the password in clear.
        properties.setProperty("requireAuth", "scram-sha-256");
        properties.setProperty("socketTimeout", "60");
        try (Connection connection = DriverManager.getConnection(access.url(), properties);
                Statement statement = connection.createStatement()) {
            requireOwn(home, port, statement);
            createDatabase(statement);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseException(
                        "the server of " + home.data() + " refuses the password in " + home.password()
                                + ": put the password file back that belongs to this data folder",
                        e);
            }
            throw e;
        }
    }

    private static void requireOwn(Home home, int port, Statement statement) throws SQLException {
        try (ResultSet folders = statement.executeQuery("select current_setting('data_directory')")) {
            folders.next();
            Path served = Path.of(folders.getString(1));
            if (!Files.isSameFile(served, home.data())) {
                throw new DatabaseException("the server at 127.0.0.1:" + port + " works on " + served + ", not on "
                        + home.data() + ": end it, then try again");
            }
        } catch (IOException e) {
            throw new DatabaseException(home.data() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Statement statement) throws SQLException {
        boolean missing;
        try (ResultSet found =
                statement.executeQuery("select 1 from pg_database where datname = '" + Home.DATABASE + "'")) {
            missing = !found.next();
        }
        if (missing) {
            statement.execute("create database " + Home.DATABASE);
        }
    }
}
