package org.mera.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mera.access.Role;
import org.mera.access.User;
import org.mera.batch.BatchApplication;
import org.mera.batch.ServerRuns;
import org.mera.batch.UserDesk;
import org.mera.database.DatabaseServer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** {@code mera serve} as a process of its own on a fresh home, with a viewer and an operator; this process looks into its database beside it. */
final class ConsoleProcess implements AutoCloseable {

    static final String PASSWORD = "Example-password-017";

    private static final String LISTENS = "Mera listens on ";

    private final Process process;
    private final String url;
    private final DatabaseServer database;

    private ConsoleProcess(Process process, String url, DatabaseServer database) {
        this.process = process;
        this.url = url;
        this.database = database;
    }

    static ConsoleProcess start(Path folder, List<Path> jobs) throws IOException {
        Path home = folder.resolve("home");
        try (ServerRuns runs = BatchApplication.openServer(home)) {
            // As strong as the console's own: so long does it take each of its readers to log in.
            String hash = "{bcrypt}" + new BCryptPasswordEncoder(12).encode(PASSWORD);
            for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
                runs.context().getBean(UserDesk.class).save(new User(role.word(), "", hash, false, true, Set.of(role)));
            }
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@jobs/large-rating.options",
                "-Xmx1g",
                "-jar",
                "target/mera.jar",
                "--home",
                home.toString(),
                "serve",
                "--port",
                "0"));
        jobs.forEach(job -> command.add(job.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("serve.err").toFile())
                .start();
        return new ConsoleProcess(process, url(process, folder), DatabaseServer.open(home, Map.of()));
    }

    private static String url(Process process, Path folder) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENS)) {
                int end = line.indexOf(' ', LISTENS.length());
                return line.substring(LISTENS.length(), end < 0 ? line.length() : end);
            }
        }
        throw new IllegalStateException("The console did not start:\n" + Files.readString(folder.resolve("serve.err")));
    }

    String url() {
        return url;
    }

    /** Runs a job to its end. {@return the seconds from when the run was written down to its end} */
    double run(Reader operator, String job) throws Exception {
        long before = newest();
        operator.send("/jobs/" + job + "/run", "/cycles");
        while (newest() == before || ended() < 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ended();
    }

    private long newest() throws SQLException {
        return (long) number("select coalesce(max(id), 0) from run");
    }

    /** {@return the seconds of the newest run; less than 0 while it runs} */
    private double ended() throws SQLException {
        double seconds = number(
                "select coalesce(extract(epoch from ended_at - started_at), -1) from run order by id desc limit 1");
        if (seconds >= 0 && number("select count(*) from run where outcome = 'failed'") > 0) {
            throw new IllegalStateException("A run failed");
        }
        return seconds;
    }

    private double number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.access().url(),
                        database.access().user(),
                        database.access().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(2, TimeUnit.MINUTES).join();
        database.close();
    }
}
