package org.mera.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server of somebody else's, and a user without rights that are not given to it. */
class ExternalServerIT {

    private static final Path UNUSED = Path.of("target", "unused-home");

    private final TestDatabase database = TestDatabase.create();
    private final String user = "plain_" + ProcessHandle.current().pid();

    @AfterEach
    void drop() throws SQLException {
        execute("drop schema if exists rating", "drop role if exists " + user);
        database.close();
    }

    @Test
    void takesAnOrdinaryUserWithASchemaOfItsOwn() throws SQLException {
        execute("create role " + user + " login password 'secret'", "create schema rating authorization " + user);

        try (DatabaseServer server = DatabaseServer.open(UNUSED, environment("?currentSchema=rating"))) {
            assertThat(server.embedded()).isFalse();
        }
    }

    @Test
    void refusesASchemaInWhichTheUserMayMakeNoTables() throws SQLException {
        execute("create role " + user + " login password 'secret'");

        assertThatThrownBy(() -> DatabaseServer.open(UNUSED, environment("")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("the user " + user + " may not make tables in the schema public of MERA_DATABASE_URL: make"
                        + " one of its own (create schema mera authorization " + user
                        + ") and add ?currentSchema=mera to MERA_DATABASE_URL");
        assertThatThrownBy(() -> DatabaseServer.open(UNUSED, environment("?currentSchema=nowhere")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("the database of MERA_DATABASE_URL has no schema that the user " + user
                        + " may use: make one of its own (create schema mera authorization " + user
                        + ") and add ?currentSchema=mera to MERA_DATABASE_URL");
    }

    @Test
    void refusesADatabaseThatIsNotInUtf8() throws SQLException {
        String latin = database.name() + "_latin";
        execute("create database " + latin + " encoding 'LATIN1' template template0");
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.replace("MERA_DATABASE_URL", database.access().url().replace(database.name(), latin));
        try {
            assertThatThrownBy(() -> DatabaseServer.open(UNUSED, environment))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("the database of MERA_DATABASE_URL has the encoding LATIN1, and Mera needs UTF8: make"
                            + " one with: create database mera encoding 'UTF8' template template0");
        } finally {
            execute("drop database " + latin);
        }
    }

    private Map<String, String> environment(String parameters) {
        return Map.of(
                "MERA_DATABASE_URL",
                database.access().url() + parameters,
                "MERA_DATABASE_USER",
                user,
                "MERA_DATABASE_PASSWORD",
                "secret");
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
