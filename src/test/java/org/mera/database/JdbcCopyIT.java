package org.mera.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JdbcCopyIT {

    private static final int MORE_THAN_ANY_BUFFER = 64 << 20;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void givesUpWhereTheServerTakesNothingIn(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.in(folder.resolve("home"))) {
            DatabaseAccess access = server.through(server.port(), server.newDatabase(), "?socketTimeout=3");
            try (Connection connection = JdbcLogin.connect(access);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table heap (bytes bytea)");
                JdbcCopy copy = new JdbcCopy("heap", "bytes");
                copy.row().put(new byte[MORE_THAN_ANY_BUFFER]);
                long begun = System.nanoTime();
                server.freeze();
                try {
                    assertThatThrownBy(() -> copy.flush(connection)).isInstanceOf(SQLException.class);
                } finally {
                    server.thaw();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
                assertThat(copy.rows()).isOne();
            }
        }
    }
}
