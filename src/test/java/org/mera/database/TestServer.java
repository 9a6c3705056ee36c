package org.mera.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server in a home of its own, which a test may treat as badly as it likes. */
public final class TestServer implements AutoCloseable {

    private final AtomicInteger databases = new AtomicInteger();
    private final Home home;
    private final ServerAccount account;
    private final DatabaseServer server;

    private TestServer(Home home, ServerAccount account, DatabaseServer server) {
        this.home = home;
        this.account = account;
        this.server = server;
    }

    /** {@return the server of a new home in this folder} */
    public static TestServer in(Path folder) {
        DatabaseServer server = DatabaseServer.open(folder, Map.of());
        try {
            Home home = new Home(folder.toRealPath());
            return new TestServer(home, ServerAccount.of(home), server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the hold on the server} Who has it starts the server again. */
    public DatabaseServer server() {
        return server;
    }

    /** {@return a new, empty database of this server, as one of somebody else's} */
    public DatabaseAccess newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = JdbcLogin.connect(server.access());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return home.access(name, port(), server.access().password());
    }

    /** {@return the same database behind another port, with these driver's settings} */
    public DatabaseAccess through(int port, DatabaseAccess access, String settings) {
        return new DatabaseAccess(
                access.url().replace(":" + port() + "/", ":" + port + "/") + settings,
                access.user(),
                access.password());
    }

    public int port() {
        String url = server.access().url();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    }

    /** Stops the server and starts it again on its port. */
    public void restart(String mode) {
        stop(mode);
        start();
    }

    public void stop(String mode) {
        control("stop", "--mode=" + mode);
    }

    public void start() {
        control("start", "--options=-p " + port());
    }

    /** Kills the first process of the server, as {@code kill -9} does, and leaves the others behind. */
    public void killPostmaster() {
        postmaster().destroyForcibly();
        postmaster().onExit().join();
    }

    /** Lets all processes of the server stand still: whoever asks them gets no answer. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.add(Long.toString(postmaster().pid()));
        postmaster().descendants().forEach(process -> command.add(Long.toString(process.pid())));
        run(new ProcessBuilder(command));
    }

    private ProcessHandle postmaster() {
        return ProcessHandle.of(Postmaster.of(home.data()).orElseThrow().pid()).orElseThrow();
    }

    private void control(String... words) {
        List<String> command = new ArrayList<>();
        try {
            command.add(Binaries.in(home, account).tool("pg_ctl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.addAll(List.of(words));
        command.addAll(List.of("--silent", "--wait", "--pgdata=" + home.data()));
        run(account.command(command.toArray(String[]::new)));
    }

    private void run(ProcessBuilder program) {
        program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.root().resolve("test.log").toFile()));
        try {
            int exit = Patience.exitOf(program.start());
            if (exit != 0) {
                throw new IllegalStateException(program.command() + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
