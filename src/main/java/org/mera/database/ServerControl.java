package org.mera.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at, starts and stops the server of a home; all of it under the home's guard. */
final class ServerControl {

    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(5);

    /** Who restarts a server by hand leaves it without a process for a moment. */
    private static final Duration RESTART_GAP = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int ATTEMPTS = 20;

    /** The first class of SQLSTATEs that say: no server answers there. */
    private static final String NO_CONNECTION = "08";

    /** Above the highest process number any system gives out. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE - 1);

    private final Home home;
    private final ServerAccount account;

    /** On which the server was met last: clients know no other. */
    private int port;

    ServerControl(Home home, ServerAccount account) {
        this.home = home;
        this.account = account;
    }

    /**
     * {@return how to connect to the server, which is started unless it runs}
     *
     * @param used whether others hold the home already
     */
    DatabaseAccess ensureRunning(boolean used) throws IOException {
        Optional<Postmaster> named = Postmaster.of(home.data());
        if (named.isPresent() && named.get().serves(home.data())) {
            String password = DataFolder.password(home);
            if (awaitReady(named.get(), password)) {
                return met(named.get(), password);
            }
        }
        if (used) {
            refuseForeignPlace();
        }
        return start(named.map(Postmaster::port));
    }

    /**
     * Starts the server if its process has ended; one that lives but does not answer is left to itself.
     *
     * @return whether it was started
     */
    boolean restartEnded() throws IOException {
        if (Patience.until(RESTART_GAP, PAUSE, this::isServed)) {
            return false;
        }
        refuseForeignPlace();
        start(Optional.of(port));
        return true;
    }

    private boolean isServed() {
        return Postmaster.of(home.data())
                .filter(named -> named.serves(home.data()))
                .isPresent();
    }

    private DatabaseAccess met(Postmaster postmaster, String password) {
        port = postmaster.port();
        return home.access(Home.DATABASE, port, password);
    }

    private void refuseForeignPlace() throws IOException {
        Optional<Place> place = Place.recorded(home);
        if (place.isPresent() && !place.get().equals(Place.here())) {
            throw new DatabaseException(
                    "the home " + home.root() + " is in use by Mera in another container or on another "
                            + "machine (" + place.get().machine()
                            + "), whose server cannot be reached from here: wait until it "
                            + "has ended, or share a server with MERA_DATABASE_URL");
        }
    }

    private DatabaseAccess start(Optional<Integer> formerPort) throws IOException {
        Binaries binaries = Binaries.in(home, account);
        ServerLog log = ServerLog.in(home, account);
        new DataFolder(home, account, binaries).prepare(log);
        Place.here().record(home, account);
        // Clients of a server that died find the next one on the port they know.
        Optional<Integer> wanted = formerPort.filter(ServerControl::isFree);
        int chosen = wanted.isPresent() ? wanted.get() : freePort();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            disownPid();
            if (launch(binaries, log, chosen)) {
                return entered(log);
            }
            if (log.says("could not bind")) {
                chosen = freePort();
            } else if (log.says("pre-existing shared memory block")) {
                // The processes of a killed server are still ending.
                Patience.until(Duration.ofMillis(500), PAUSE, () -> false);
            } else {
                break;
            }
        }
        throw new DatabaseException("the database server of " + home.root() + " did not start: " + log.end());
    }

    /** PostgreSQL's own launcher gives the server a session of its own, so a terminal's Ctrl-C does not reach it. */
    private boolean launch(Binaries binaries, ServerLog log, int chosen) throws IOException {
        return log.run(account.command(
                                binaries.tool("pg_ctl"),
                                "start",
                                "--silent",
                                "--wait",
                                "--timeout=" + RECOVERY_LIMIT.toSeconds(),
                                "--pgdata=" + home.data(),
                                "--options=-p " + chosen)
                        .directory(home.root().toFile()))
                == 0;
    }

    private DatabaseAccess entered(ServerLog log) throws IOException {
        boolean entered = false;
        try {
            String password = DataFolder.password(home);
            Optional<Postmaster> started = Postmaster.of(home.data());
            if (started.isEmpty() || !awaitReady(started.get(), password)) {
                throw new DatabaseException("the database server of " + home.root() + " ended at once: " + log.end());
            }
            entered = true;
            return met(started.get(), password);
        } finally {
            if (!entered) {
                // A server that does not let us in is of use to nobody.
                stop();
            }
        }
    }

    /** {@return whether the server takes our login; false if it ended meanwhile} Crash recovery may take minutes. */
    private boolean awaitReady(Postmaster postmaster, String password) {
        LoginAttempt attempt = new LoginAttempt(postmaster, password);
        boolean answered = Patience.until(SILENCE_LIMIT, PAUSE, attempt::endsSilence)
                && Patience.until(RECOVERY_LIMIT, PAUSE, attempt::endsWaiting);
        if (!answered) {
            throw new DatabaseException("the database server of " + home.root() + " (process " + postmaster.pid()
                    + ", port " + postmaster.port() + ") does not let anybody in: " + attempt.fault() + "; see "
                    + home.logs() + ", wait or end that process, then try again");
        }
        return attempt.entered;
    }

    /** Tells the server to stop, which ends its connections, and waits until it has. */
    void stop() throws IOException {
        Optional<Postmaster> running = Postmaster.of(home.data()).filter(named -> named.serves(home.data()));
        if (running.isEmpty()) {
            return;
        }
        Postmaster postmaster = running.get();
        Process signal = account.command("/bin/sh", "-c", "kill -INT \"$0\"", Long.toString(postmaster.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Patience.exitOf(signal);
        if (!Patience.until(STOP_LIMIT, PAUSE, () -> !postmaster.serves(home.data()))) {
            throw new DatabaseException("the database server of " + home.root() + " (process " + postmaster.pid()
                    + ") has not stopped within " + STOP_LIMIT.toMinutes() + " minutes: see " + home.logs());
        }
    }

    /**
     * PostgreSQL does not start while the process named by its pid file lives, whatever program that is, or while the
     * file is incomplete. Nothing serves the folder, or this would not have been reached; so the number is replaced by
     * one that no process has. The rest of the file stays: by it PostgreSQL finds what a killed server left behind.
     */
    private void disownPid() throws IOException {
        Path file = Postmaster.file(home.data());
        if (!Files.exists(file)) {
            return;
        }
        if (Postmaster.of(home.data()).isEmpty()) {
            Files.delete(file);
            return;
        }
        if (isServed()) {
            // Somebody else has started it just now: that one is not to be disowned.
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        String disowned = NO_PROCESS + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n";
        Files.writeString(file, disowned, StandardCharsets.ISO_8859_1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** One login after the other, until it is known whether the server lets us in. */
    private final class LoginAttempt {

        private final Postmaster postmaster;
        private final String password;
        private @Nullable SQLException fault;
        private boolean entered;

        LoginAttempt(Postmaster postmaster, String password) {
            this.postmaster = postmaster;
            this.password = password;
        }

        boolean endsWaiting() {
            if (entered || !postmaster.serves(home.data())) {
                return true;
            }
            try {
                JdbcLogin.enter(home, postmaster.port(), password);
                fault = null;
                entered = true;
            } catch (SQLException e) {
                fault = e;
            }
            return entered;
        }

        boolean endsSilence() {
            return endsWaiting() || !fault().startsWith(NO_CONNECTION);
        }

        String fault() {
            return fault == null ? "" : fault.getSQLState() + " " + fault.getMessage();
        }
    }
}
