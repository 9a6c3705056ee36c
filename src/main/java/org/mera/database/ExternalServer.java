package org.mera.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that somebody else runs, named by the environment. */
record ExternalServer(DatabaseAccess access) implements DatabaseServer {

    private static final String URL = "MERA_DATABASE_URL";
    private static final String USER = "MERA_DATABASE_USER";
    private static final String PASSWORD = "MERA_DATABASE_PASSWORD";
    private static final String EXAMPLE = "write it as jdbc:postgresql://HOST:5432/DATABASE";

    /** {@return the server the environment names, if it names one} Blank variables count as absent. */
    static Optional<ExternalServer> configured(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "").strip();
        if (!url.isEmpty()) {
            return Optional.of(new ExternalServer(new DatabaseAccess(
                    checked(url), environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""))));
        }
        for (String lonely : List.of(USER, PASSWORD)) {
            if (!environment.getOrDefault(lonely, "").isBlank()) {
                throw new DatabaseException(
                        lonely + " is set, but " + URL + " is not: set " + URL + " as well, or unset " + lonely);
            }
        }
        return Optional.empty();
    }

    private static String checked(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
            throw new DatabaseException(
                    URL + " begins with " + url.substring(0, url.indexOf("://") + 3) + ", which is no JDBC URL: "
                            + EXAMPLE + " and put user and password into " + USER + " and " + PASSWORD);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseException(
                    URL + " does not begin with jdbc:postgresql: (no other database will do): " + EXAMPLE);
        }
        return url;
    }

    /** {@return this server, after one connection to it} A wrong address is so found before the work begins. */
    ExternalServer reached() {
        try (Connection connection = JdbcLogin.connect(access)) {
            requireUtf8(connection);
            requireSchema(connection);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "the database of " + URL + " cannot be used: " + reason(e) + "; check " + URL + ", " + USER
                            + " and " + PASSWORD,
                    e);
        }
        return this;
    }

    /** Whatever people write has to find its place there, and hashes are of its bytes. */
    private static void requireUtf8(Connection connection) throws SQLException {
        String encoding = answer(connection, "select current_setting('server_encoding')");
        if (!"UTF8".equals(encoding)) {
            throw new DatabaseException("the database of " + URL + " has the encoding " + encoding
                    + ", and Mera needs UTF8: make one with: create database mera encoding 'UTF8' template template0");
        }
    }

    private static void requireSchema(Connection connection) throws SQLException {
        String user = answer(connection, "select current_user");
        String own = ": make one of its own (create schema mera authorization " + user
                + ") and add ?currentSchema=mera to " + URL;
        String schema = answer(connection, "select current_schema()");
        if (schema == null) {
            throw new DatabaseException(
                    "the database of " + URL + " has no schema that the user " + user + " may use" + own);
        }
        if (!"t".equals(answer(connection, "select has_schema_privilege(current_schema(), 'create')"))) {
            throw new DatabaseException(
                    "the user " + user + " may not make tables in the schema " + schema + " of " + URL + own);
        }
    }

    private static @Nullable String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String reason(SQLException e) {
        return DatabaseAccess.withoutPasswords(String.valueOf(e.getMessage())).replaceFirst("\\.$", "");
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public boolean revive() {
        return false;
    }

    @Override
    public void close() {
        // The server belongs to somebody else.
    }
}
