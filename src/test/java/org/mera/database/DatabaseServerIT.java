package org.mera.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers in real homes. Each test has a home of its own, copied from one that was started and stopped once. */
class DatabaseServerIT {

    private static final String USER_READY = "jdbc:postgresql://127.0.0.1:";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path shared;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<OtherUser> others = new ArrayList<>();

    @BeforeAll
    static void startOnce() throws Exception {
        try (DatabaseServer server = DatabaseServer.open(pattern(), Map.of())) {
            execute(server, "create table kept (word text); insert into kept values ('before')");
        }
    }

    @AfterEach
    void endAllThatThisTestStarted() throws IOException {
        others.forEach(OtherUser::kill);
        try (Stream<Path> homes = Files.list(folder)) {
            for (Path path : homes.filter(Files::isDirectory).toList()) {
                Home home = new Home(path.toRealPath());
                new ServerControl(home, ServerAccount.of(home)).stop();
            }
        }
    }

    @Test
    void startsInAnEmptyHomeThatNobodyElseCanRead() throws Exception {
        Path home = folder.resolve("new");

        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            assertThat(server.embedded()).isTrue();
            assertThat(server.access().user()).isEqualTo("mera");
            assertThat(server.access().password()).matches("[A-Za-z0-9_-]{32}");
            assertThat(query(server, "select current_database() || ' ' || current_user"))
                    .isEqualTo("mera mera");
        }

        assertThat(rights(home)).isEqualTo("rwx------");
        for (String name : List.of("data", "logs", "postgres")) {
            assertThat(rights(home.resolve(name))).as(name).isEqualTo("rwx------");
        }
        for (String name : List.of("postgres.password", "logs/postgresql.log", "data/postgresql.conf")) {
            assertThat(rights(home.resolve(name))).as(name).isEqualTo("rw-------");
        }
        assertThat(home.resolve("data.new")).doesNotExist();
    }

    @Test
    void isDurableAndIndependentOfTheMachinesLanguage() throws Exception {
        try (DatabaseServer server = DatabaseServer.open(usedHome(), Map.of())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(server, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(
                            server,
                            "select pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype"
                                    + " from pg_database where datname = 'mera'"))
                    .isEqualTo("UTF8 C C");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (DatabaseServer server = DatabaseServer.open(usedHome(), Map.of())) {
            assertThatThrownBy(() -> login(new DatabaseAccess(server.access().url(), "mera", "wrong")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThatThrownBy(() -> login(new DatabaseAccess(server.access().url(), "mera", "")))
                    .isInstanceOf(SQLException.class);
            assertThat(query(server, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnlyAndOnNoUnixSocket() throws Exception {
        try (DatabaseServer server = DatabaseServer.open(usedHome(), Map.of())) {
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "show unix_socket_directories")).isEmpty();
            assertThatThrownBy(
                            () -> new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), port(server)).close())
                    .isInstanceOf(ConnectException.class);
            assertThat(Files.readString(Path.of("/proc/net/unix"), UTF_8)).doesNotContain("PGSQL." + port(server));
        }
    }

    @Test
    void isSharedWithinAProcessAndStoppedByTheLastHold() throws Exception {
        Path home = usedHome();
        DatabaseServer first = DatabaseServer.open(home, Map.of());
        DatabaseServer second = DatabaseServer.open(home.resolve("..").resolve(home.getFileName()), Map.of());

        assertThat(second.access()).isEqualTo(first.access());
        first.close();
        first.close();
        assertThat(query(second, "select word from kept")).isEqualTo("before");
        second.close();

        assertThatThrownBy(() -> login(second.access())).hasMessageContaining("refused");
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void isSharedBetweenProcessesAndStoppedByTheLastOneOut() throws Exception {
        Path home = usedHome();
        DatabaseServer server = DatabaseServer.open(home, Map.of());
        OtherUser other = otherUser(home);

        assertThat(other.url()).isEqualTo(server.access().url());
        server.close();
        login(server.access());
        other.leave();

        assertThatThrownBy(() -> login(server.access())).hasMessageContaining("refused");
    }

    @Test
    void startsOnceForProcessesThatComeTogether() throws Exception {
        Path home = usedHome();
        List<OtherUser> users = List.of(startOtherUser(home, "C.UTF-8"), startOtherUser(home, "C.UTF-8"));

        assertThat(users.get(0).url()).isEqualTo(users.get(1).url());
        users.get(0).leave();
        assertThat(postmaster(home).serves(home.resolve("data"))).isTrue();
        users.get(1).leave();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void withstandsThreadsThatComeAndGo() throws Exception {
        Path home = usedHome();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> words = new ArrayList<>();
            for (int visit = 0; visit < 12; visit++) {
                words.add(threads.submit(() -> {
                    try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
                        return query(server, "select word from kept");
                    }
                }));
            }
            for (Future<String> word : words) {
                assertThat(word.get()).isEqualTo("before");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void isAdoptedFromAKilledProcess() throws Exception {
        Path home = usedHome();
        OtherUser other = otherUser(home);
        other.kill();
        assertThat(postmaster(home).serves(home.resolve("data"))).isTrue();

        DatabaseServer server = DatabaseServer.open(home, Map.of());
        assertThat(server.access().url()).isEqualTo(other.url());
        server.close();
        assertThatThrownBy(() -> login(server.access())).hasMessageContaining("refused");
    }

    @Test
    void holdsNoOutputOfTheProcessThatStartedIt() throws Exception {
        Path home = usedHome();

        assertThat(OtherUser.dieInFrontOfAPipe(home).waitFor(60, TimeUnit.SECONDS))
                .as("the pipe ends though the server lives")
                .isTrue();
        assertThat(postmaster(home).serves(home.resolve("data"))).isTrue();
    }

    @Test
    void runsInASessionOfItsOwn() throws Exception {
        Path home = usedHome();
        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            login(server.access());
            long pid = postmaster(home).pid();
            String[] stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), UTF_8)
                    .replaceFirst("^.*\\) ", "")
                    .split(" ", -1);

            assertThat(stat[2]).as("process group").isEqualTo(Long.toString(pid));
            assertThat(stat[3]).as("session").isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void recoversAKilledServerOnItsOldPort() throws Exception {
        Path home = usedHome();
        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            execute(server, "insert into kept values ('committed')");
            kill(postmaster(home).pid());
            Patience.until(Duration.ofSeconds(10), Duration.ofMillis(20), () -> !answers(server));

            try (DatabaseServer again = DatabaseServer.open(home, Map.of())) {
                assertThat(again.access()).isEqualTo(server.access());
                assertThat(query(again, "select string_agg(word, ' ' order by word) from kept"))
                        .isEqualTo("before committed");
            }
            login(server.access());
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void takesAnotherPortIfTheOldOneIsTaken() throws Exception {
        Path home = usedHome();
        DatabaseServer server = DatabaseServer.open(home, Map.of());
        kill(postmaster(home).pid());
        server.close();
        assertThat(home.resolve("data/postmaster.pid")).exists();

        try (ServerSocket taken = taken(port(server));
                DatabaseServer again = DatabaseServer.open(home, Map.of())) {
            assertThat(port(again)).isNotEqualTo(taken.getLocalPort());
            assertThat(query(again, "select word from kept")).isEqualTo("before");
        }
    }

    /** Takes a port as soon as what a killed server has left behind lets it go. */
    private static ServerSocket taken(int port) throws Exception {
        Instant end = Instant.now().plusSeconds(10);
        while (true) {
            try {
                return new ServerSocket(port, 1, ServerControl.loopback());
            } catch (BindException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    @Test
    void neitherAttachesToNorEndsAProgramThatHasTheNumberOfADeadServer() throws Exception {
        Path home = usedHome();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try (ServerSocket strangersPort = new ServerSocket(0, 1, ServerControl.loopback())) {
            Files.writeString(
                    home.resolve("data/postmaster.pid"),
                    String.join(
                            "\n",
                            Long.toString(stranger.pid()),
                            home.resolve("data").toString(),
                            "1700000000",
                            Integer.toString(strangersPort.getLocalPort()),
                            "",
                            "127.0.0.1",
                            "        0         0",
                            "ready   ",
                            ""),
                    UTF_8);

            try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
                assertThat(query(server, "select word from kept")).isEqualTo("before");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void doesNotTakeAnotherHomesServerForItsOwn() throws Exception {
        Path home = usedHome();
        Path neighbour = usedHome();
        try (DatabaseServer server = DatabaseServer.open(neighbour, Map.of())) {
            Files.copy(neighbour.resolve("data/postmaster.pid"), home.resolve("data/postmaster.pid"));

            try (DatabaseServer own = DatabaseServer.open(home, Map.of())) {
                assertThat(port(own)).isNotEqualTo(port(server));
                assertThat(query(own, "select current_setting('data_directory')"))
                        .isEqualTo(home.resolve("data").toRealPath().toString());
            }
            assertThat(query(server, "select word from kept")).isEqualTo("before");
        }
    }

    @Test
    void startsOverAnEmptyPidFile() throws Exception {
        Path home = usedHome();
        Files.createFile(home.resolve("data/postmaster.pid"));

        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            assertThat(query(server, "select word from kept")).isEqualTo("before");
        }
    }

    @Test
    void redoesAnInterruptedUnpackingAndAnInterruptedInitdb() throws Exception {
        Path home = folder.resolve("interrupted");
        Files.createDirectories(home.resolve("postgres/unpacking/bin"));
        Files.writeString(home.resolve("postgres/unpacking/bin/postgres"), "half", UTF_8);
        Files.createDirectories(home.resolve("data.new/data/base"));
        Files.writeString(home.resolve("data.new/data/PG_VERSION"), "18\n", UTF_8);
        Files.writeString(home.resolve("postgres.password.new"), "half", UTF_8);

        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
        try (Stream<Path> entries = Files.list(home)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "data",
                            "logs",
                            "postgres",
                            "postgres.password",
                            "server.lock",
                            "server.place",
                            "users.lock");
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws Exception {
        Path home = usedHome();
        Files.writeString(home.resolve("data/PG_VERSION"), "16\n", UTF_8);

        assertRefused(
                home,
                home.toRealPath() + "/data was made by PostgreSQL 16, this Mera brings PostgreSQL 18: use the Mera that"
                        + " made it, or carry the data over with pg_dump of version 16 and psql into a new home");
    }

    @Test
    void refusesDataWhosePasswordIsLost() throws Exception {
        Path home = usedHome();
        Files.delete(home.resolve("postgres.password"));

        assertRefused(
                home,
                home.toRealPath() + "/postgres.password is missing or empty, without which " + home.toRealPath()
                        + "/data cannot be opened: put it back from a backup");
    }

    @Test
    void refusesAPasswordThatIsNotTheServers() throws Exception {
        Path home = usedHome();
        Files.writeString(home.resolve("postgres.password"), "another\n", UTF_8);

        assertRefused(
                home,
                "the server of " + home.toRealPath() + "/data refuses the password in " + home.toRealPath()
                        + "/postgres.password: put the password file back that belongs to this data folder");
        assertThat(home.resolve("data/postmaster.pid"))
                .as("a server nobody can use")
                .doesNotExist();
    }

    @Test
    void saysWhatTheServersLogSays() throws Exception {
        Path home = usedHome();
        Files.writeString(home.resolve("data/postgresql.conf"), "no_such_setting = 1\n", UTF_8);

        assertThatThrownBy(() -> DatabaseServer.open(home, Map.of()))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("the database server of " + home.toRealPath() + " did not start: " + home.toRealPath()
                        + "/logs/postgresql.log ends with: LOG:  unrecognized configuration parameter"
                        + " \"no_such_setting\" in file \"" + home.toRealPath()
                        + "/data/postgresql.conf\" line 1 / FATAL:  configuration file \"" + home.toRealPath()
                        + "/data/postgresql.conf\" contains errors");
    }

    @Test
    void refusesAFileAsHome() throws Exception {
        Path home = Files.createFile(folder.resolve("file"));

        assertRefused(
                home, "the home " + home + " is a file, not a folder: name another folder with --home or MERA_HOME");
    }

    @Test
    void refusesAHomeBelowAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(
                file.resolve("home"),
                "the home " + file + "/home cannot be made: " + file
                        + "/home: Not a directory; name another folder with --home or MERA_HOME");
    }

    @Test
    void refusesAHomeWhoseNameAShellWouldRead() {
        Path home = folder.resolve("a$HOME");

        assertRefused(
                home,
                "the home " + home + " has one of the characters \" $ ` \\ in its path, which PostgreSQL's tools cannot"
                        + " take: name another folder with --home or MERA_HOME");
        assertThat(home).doesNotExist();
    }

    @Test
    void refusesAHomeInUseWhereItsServerCannotBeSeen() throws Exception {
        Path home = usedHome();
        OtherUser other = otherUser(home);
        kill(postmaster(home).pid());
        Files.writeString(home.resolve("server.place"), "pier-7 boot pid:[1]\n", UTF_8);

        assertRefused(
                home,
                "the home " + home.toRealPath() + " is in use by Mera in another container or on another machine"
                        + " (pier-7), whose server cannot be reached from here: wait until it has ended, or share a server"
                        + " with MERA_DATABASE_URL");

        other.leave();
        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            assertThat(query(server, "select word from kept")).isEqualTo("before");
        }
    }

    @Test
    void worksInAHomeWithSpacesAndCyrillic() throws Exception {
        OtherUser other = startOtherUser(folder + "/Рейтинг 2025 'года'", "C.UTF-8");

        assertThat(other.url()).startsWith(USER_READY);
        other.leave();
        // The name can be deleted only by a process that can write it.
        delete("C.UTF-8", folder.toString());
    }

    @Test
    void worksWhereTheLocaleIsC() throws Exception {
        OtherUser other = startOtherUser(usedHome(), "C");

        assertThat(other.url()).startsWith(USER_READY);
        other.leave();
    }

    @Test
    void keepsAnInterruptForTheCallerAndWorksAllTheSame() throws Exception {
        Path home = usedHome();
        Thread.currentThread().interrupt();
        DatabaseServer server = DatabaseServer.open(home, Map.of());
        boolean keptWhenOpened = Thread.interrupted();
        login(server.access());
        Thread.currentThread().interrupt();
        server.close();

        assertThat(List.of(keptWhenOpened, Thread.interrupted())).containsExactly(true, true);
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void runsAsTheHomesOwnerWhereRootStartsIt() throws Exception {
        assumeTrue(isRoot());
        Path home = reachableFolder().resolve("owned");
        Files.createDirectory(home);
        ServerAccount.ofUser(65534, 65534).give(home);

        try (DatabaseServer server = DatabaseServer.open(home, Map.of())) {
            login(server.access());
            assertThat(Files.getAttribute(
                            Path.of("/proc", Long.toString(postmaster(home).pid())), "unix:uid"))
                    .isEqualTo(65534);
        }
        try (Stream<Path> paths = Files.walk(home)) {
            assertThat(paths.filter(path -> !owner(path).equals(65534))).isEmpty();
        }
    }

    @Test
    void isHandedToNobodyWhereRootHasNoNamespaces() throws Exception {
        assumeTrue(isRoot());
        Path path = reachableFolder().resolve("home");
        Files.createDirectory(path);
        DatabaseServer.open(path, Map.of()).close();
        assertThat(owner(path.resolve("data/base"))).isEqualTo(0);

        ServerAccount.handedToNobody(new Home(path.toRealPath()));

        try (DatabaseServer server = DatabaseServer.open(path, Map.of())) {
            login(server.access());
            assertThat(owner(Path.of("/proc", Long.toString(postmaster(path).pid()))))
                    .isEqualTo(65534);
        }
    }

    @Test
    void saysThatTheOwnerCannotReachTheHome() throws Exception {
        assumeTrue(isRoot());
        Path home = Files.createDirectories(folder.resolve("closed/home"));
        Files.setPosixFilePermissions(folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        ServerAccount.ofUser(65534, 65534).give(home);

        assertRefused(
                home,
                "PostgreSQL does not run as root, and user 65534 cannot be made to run it in " + home.toRealPath()
                        + " (by setpriv, nor is 'unshare -U' possible): start Mera as an ordinary user, or name with"
                        + " --home a folder that user 65534 can reach");
    }

    @Test
    void reachesAnExternalServer() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            DatabaseServer server = DatabaseServer.open(folder.resolve("unused"), database.environment());
            assertThat(server.embedded()).isFalse();
            assertThat(query(server, "select 1")).isEqualTo("1");
            server.close();
            login(server.access());
        }
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    private static Path pattern() {
        return shared.resolve("home");
    }

    /** {@return a home that has been used before} Its programs are links to those of the pattern. */
    private Path usedHome() throws Exception {
        Path home = Files.createTempDirectory(folder, "home ");
        copy("-al", "postgres", home);
        copy("-a", "data", home);
        copy("-a", "postgres.password", home);
        copy("-a", "server.place", home);
        return home;
    }

    private static void copy(String how, String part, Path home) throws Exception {
        Process cp = new ProcessBuilder("cp", how, pattern().resolve(part).toString(), home.toString()).start();
        assertThat(cp.waitFor()).isZero();
    }

    /** Other users may not enter a test's own folder, so what they run is put below one that they may. */
    private Path reachableFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private OtherUser otherUser(Path home) throws IOException {
        return startOtherUser(home, "C.UTF-8").ready();
    }

    private OtherUser startOtherUser(Path home, String locale) throws IOException {
        return startOtherUser(home.toString(), locale);
    }

    private OtherUser startOtherUser(String home, String locale) throws IOException {
        OtherUser other = new OtherUser(home, locale);
        others.add(other);
        return other;
    }

    private static void delete(String locale, String folder) throws Exception {
        ProcessBuilder find = new ProcessBuilder("find", folder, "-mindepth", "1", "-delete");
        find.environment().put("LC_ALL", locale);
        assertThat(find.start().waitFor()).isZero();
    }

    private static void assertRefused(Path home, String message) {
        assertThatThrownBy(() -> DatabaseServer.open(home, Map.of()))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
    }

    private static Postmaster postmaster(Path home) {
        return Postmaster.of(home.resolve("data")).orElseThrow();
    }

    private static int port(DatabaseServer server) {
        return Integer.parseInt(server.access().url().replaceAll("^.*:(\\d+)/.*$", "$1"));
    }

    private static void kill(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor())
                .isZero();
    }

    private static boolean answers(DatabaseServer server) {
        try (Socket socket = new Socket(ServerControl.loopback(), port(server))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void login(DatabaseAccess access) throws SQLException {
        try (Connection connection = JdbcLogin.connect(access)) {
            connection.getMetaData();
        }
    }

    private static String query(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = JdbcLogin.connect(server.access());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = JdbcLogin.connect(server.access());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Object owner(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
