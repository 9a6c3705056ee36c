package org.mera.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalServerTest {

    private static final String URL = "MERA_DATABASE_URL";

    @Test
    void isAbsentWithoutAUrl() {
        assertThat(ExternalServer.configured(Map.of(URL, "  "))).isEmpty();
    }

    @Test
    void takesUrlUserAndPassword() {
        Map<String, String> environment = Map.of(
                URL,
                "jdbc:postgresql://db.invalid/mera",
                "MERA_DATABASE_USER",
                "operator",
                "MERA_DATABASE_PASSWORD",
                "secret");

        assertThat(ExternalServer.configured(environment).orElseThrow().access())
                .isEqualTo(new DatabaseAccess("jdbc:postgresql://db.invalid/mera", "operator", "secret"));
    }

    @Test
    void leavesUserAndPasswordToTheUrl() {
        String url = "jdbc:postgresql://db.invalid/mera?user=operator&password=secret";

        assertThat(ExternalServer.configured(Map.of(URL, url)).orElseThrow().access())
                .isEqualTo(new DatabaseAccess(url, "", ""));
    }

    @Test
    void refusesTheUrlsOfOtherToolsWithoutRepeatingTheirPassword() {
        assertThatThrownBy(() -> ExternalServer.configured(Map.of(URL, "postgres://operator:secret@db.invalid/mera")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("MERA_DATABASE_URL begins with postgres://, which is no JDBC URL: write it as"
                        + " jdbc:postgresql://HOST:5432/DATABASE and put user and password into MERA_DATABASE_USER and"
                        + " MERA_DATABASE_PASSWORD");
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> ExternalServer.configured(Map.of(URL, "jdbc:h2:mem:mera")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("MERA_DATABASE_URL does not begin with jdbc:postgresql: (no other database will do): write"
                        + " it as jdbc:postgresql://HOST:5432/DATABASE");
    }

    @Test
    void refusesAUserWithoutAUrl() {
        assertThatThrownBy(() -> ExternalServer.configured(Map.of("MERA_DATABASE_USER", "operator")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("MERA_DATABASE_USER is set, but MERA_DATABASE_URL is not: set MERA_DATABASE_URL as well, or"
                        + " unset MERA_DATABASE_USER");
    }

    @Test
    void saysThatNobodyAnswers() {
        Map<String, String> environment = Map.of(URL, "jdbc:postgresql://127.0.0.1:1/mera");

        assertThatThrownBy(() -> DatabaseServer.open(Path.of("unused"), environment))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("the database of MERA_DATABASE_URL cannot be used: Connection to 127.0.0.1:1 refused. Check"
                        + " that the hostname and port are correct and that the postmaster is accepting TCP/IP"
                        + " connections; check MERA_DATABASE_URL, MERA_DATABASE_USER and MERA_DATABASE_PASSWORD");
        assertThat(Path.of("unused")).doesNotExist();
    }

    @Test
    void printsNoPassword() {
        assertThat(new DatabaseAccess("jdbc:postgresql://db.invalid/mera?password=secret&user=operator", "", "secret"))
                .hasToString("DatabaseAccess[url=jdbc:postgresql://db.invalid/mera?password=***&user=operator, user=]");
    }
}
