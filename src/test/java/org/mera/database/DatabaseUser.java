package org.mera.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A process of its own that holds the server of a home: prints its URL and password, then closes when its input ends.
 * The home is URL-encoded, so that a process of another locale can name it.
 */
final class DatabaseUser {

    /** The second argument of a process that dies as soon as it holds the server. */
    static final String DIES = "dies";

    private DatabaseUser() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(URLDecoder.decode(args[0], StandardCharsets.UTF_8));
        long begin = System.nanoTime();
        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            requireConnection(server.access());
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println(server.access().url() + " " + server.access().password() + " " + millis);
            if (args.length > 1 && args[1].equals(DIES)) {
                Runtime.getRuntime().halt(1);
            }
            while (System.in.read() >= 0) {
                // Holds the server for as long as the input is open.
            }
            begin = System.nanoTime();
        }
        System.out.println("closed " + (System.nanoTime() - begin) / 1_000_000);
    }

    private static void requireConnection(DatabaseAccess access) throws SQLException {
        try (Connection connection = JdbcLogin.connect(access)) {
            connection.getMetaData();
        }
    }
}
