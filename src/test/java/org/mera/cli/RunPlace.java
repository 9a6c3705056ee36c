package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.mera.batch.BatchApplication;
import org.mera.cli.MeraProcess.Ended;
import org.mera.cli.MeraProcess.Running;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** A folder with a job, a home with its embedded server, and the outputs: where real processes run, are killed and go on. */
final class RunPlace {

    static final int YEAR = 2025;

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path folder;

    private RunPlace(Path folder) {
        this.folder = folder;
    }

    /** {@return a new place without a home} */
    static RunPlace create(Path folder, Path inbox, int chunkSize, int threads) {
        try {
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("inbox"), inbox);
            Files.writeString(
                    folder.resolve("job.yaml"),
                    """
                    methodology: anti-corruption-rating
                    year: %d
                    inbox: inbox
                    out: out
                    cutoff: 2026-05-31
                    chunk-size: %d
                    threads: %d
                    """
                            .formatted(YEAR, chunkSize, threads),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunPlace(folder);
    }

    /** Writes the files of a year, the same at each call. */
    static void fillInbox(Path inbox, int companies, int faultyPercent) {
        new SampleInbox()
                .write(
                        inbox,
                        new SampleOptions(companies, YEAR, 17, faultyPercent),
                        Methodologies.bundled("anti-corruption-rating"),
                        written -> {});
    }

    /** Makes a home with a database that has all tables and no run. */
    void makeHome() {
        BatchApplication.open(home()).close();
    }

    /** Takes another place's home, whose server is down, and its outputs if it has some. */
    RunPlace like(RunPlace other) {
        execute("mkdir", home().toString());
        execute("cp", "-al", other.home().resolve("postgres").toString(), home().toString());
        execute(
                "cp",
                "-a",
                other.data().toString(),
                other.home().resolve("postgres.password").toString(),
                home().toString());
        if (Files.exists(other.folder.resolve("out"))) {
            execute("cp", "-a", other.folder.resolve("out").toString(), folder.toString());
        }
        return this;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path data() {
        return home().resolve("data");
    }

    Path out() {
        return folder.resolve("out").resolve(Integer.toString(YEAR));
    }

    OutputFolder outputs() {
        return new OutputFolder(out());
    }

    Running start(List<String> command) {
        return new MeraProcess(folder, Map.of("MERA_HOME", "home")).start(command.toArray(String[]::new));
    }

    Ended run(List<String> command) {
        return start(command).end();
    }

    /** {@return the server that the home's pid file names, where it lives} */
    Optional<ProcessHandle> postmaster() {
        return pidFile().map(lines -> Long.parseLong(lines.get(0).strip())).flatMap(ProcessHandle::of);
    }

    /** Ends the server as a power cut would. */
    void killServer() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    static void kill(Running run) throws InterruptedException {
        run.process().destroyForcibly();
        assertThat(run.process().waitFor(10, TimeUnit.SECONDS)).as("killed").isTrue();
    }

    /** {@return a connection to the server that a run has started or will start} It does not keep the server up. */
    Connection connect(Running run) throws InterruptedException {
        List<Connection> connection = new ArrayList<>();
        await("a server to talk to", run, () -> {
            tryToConnect().ifPresent(connection::add);
            return !connection.isEmpty();
        });
        return connection.get(0);
    }

    /** {@return how many connections wait for a lock} */
    int waiting() {
        try (Connection connection = tryToConnect().orElseThrow()) {
            return number(connection, "select count(distinct pid) from pg_locks where not granted");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return how many connections wait for a lock of a table} */
    static int waiting(Connection connection, String table) {
        return number(
                connection,
                "select count(distinct pid) from pg_locks where not granted and relation = '" + table + "'::regclass");
    }

    private static int number(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Connection> tryToConnect() {
        Optional<List<String>> lines = pidFile().filter(file -> file.size() > 3);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + lines.get().get(3).strip() + "/mera?loginTimeout=5",
                    "mera",
                    Files.readString(home().resolve("postgres.password"), StandardCharsets.US_ASCII)
                            .strip()));
        } catch (SQLException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<List<String>> pidFile() {
        try {
            return Optional.of(Files.readAllLines(data().resolve("postmaster.pid"), StandardCharsets.ISO_8859_1))
                    .filter(lines -> !lines.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits for something that happens while a process runs. */
    static void await(String what, Running run, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (!run.process().isAlive() || System.nanoTime() > until) {
                Ended ended = run.process().isAlive() ? new Ended(-1, run.outSoFar(), "") : run.end();
                throw new MissedException("Waited in vain for " + what + ": " + ended);
            }
            Thread.sleep(1);
        }
    }

    /** A run that ended before it came where it was to be killed. */
    static final class MissedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissedException(String message) {
            super(message);
        }
    }

    /** Makes sure that a run that ended left nothing but its outputs and its home in order. */
    void requireNothingLeft() throws InterruptedException, IOException {
        assertThat(outputs().leftAside()).as("left aside").isEmpty();
        assertThat(home().resolve("data.new")).doesNotExist();
        assertThat(home().resolve("postgres").resolve("unpacking")).doesNotExist();
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!servers().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(servers()).as("processes in the data folder").isEmpty();
        for (String lock : List.of("users.lock", "server.lock")) {
            try (FileChannel channel = FileChannel.open(home().resolve(lock), StandardOpenOption.WRITE);
                    FileLock held = channel.tryLock()) {
                assertThat(held).as(lock).isNotNull();
            }
        }
    }

    /** {@return all processes that work in the data folder, as PostgreSQL's do} */
    private List<Long> servers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> isSame(Path.of("/proc", Long.toString(pid), "cwd"), data()))
                .toList();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the place, which takes as much room as a database. */
    void delete() {
        try (Stream<Path> left = Files.list(folder)) {
            left.filter(path -> !path.endsWith("inbox")).forEach(path -> execute("rm", "-rf", path.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
