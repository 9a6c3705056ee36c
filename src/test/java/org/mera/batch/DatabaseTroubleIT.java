package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.database.CuttingWire;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseException;
import org.mera.database.TestServer;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** What a run makes of a real server that restarts, is away, is killed, stands still or is full: with not a row missing at the end. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DatabaseTroubleIT {

    private static final int COMPANIES = 200;
    private static final int CHUNK = 8;
    private static final int ROOM_FOR_FEW_FILES = 64 << 10;
    private static final String DONE_CHUNKS = "select count(*) from chunk where state = 'done'";

    /** What takes minutes is done in full by {@code -Dmera.full=true}, and shortened otherwise. */
    private static final boolean FULL = Boolean.getBoolean("mera.full");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all else
    static Path shared;

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    private static SortedMap<String, String> undisturbed = new TreeMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void runUndisturbed() {
        server = TestServer.in(shared.resolve("home"));
        new SampleInbox()
                .write(
                        shared.resolve("sample"),
                        new SampleOptions(COMPANIES, RatingHome.YEAR, 7, 20),
                        Methodologies.bundled("anti-corruption-rating"),
                        done -> {});
        try (RatingHome home = filled(new RatingHome(shared.resolve("undisturbed"), server.newDatabase()))) {
            assertThat(home.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
            undisturbed = home.outputs();
        }
        assertThat(undisturbed).hasSizeGreaterThan(COMPANIES / 10);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "fast"})
    void survivesTenRestartsSpreadOverAllSteps(String mode) {
        assumeTrue(FULL || mode.equals("immediate"), "with -Dmera.full=true only");
        RatingHome home = home(server.newDatabase());
        Runnable restart = () -> server.restart(mode);
        Moments restarts = new Moments()
                .at("register", 0, restart)
                .at("discover", 20, restart)
                .at("assess", 0, restart)
                .at("assess", 40, restart)
                .at("assess", 80, restart)
                .at("assess", 120, restart)
                .at("rank", 0, restart)
                .at("export", 0, restart)
                .at("export", 2, restart)
                .at("seal", 0, restart);

        RunSummary summary = home.run(restarts);

        assertThat(restarts.left()).isZero();
        assertUndisturbed(home, summary);
    }

    @Test
    void survivesAServerThatIsAwayForTwentySeconds() {
        RatingHome home = home(server.newDatabase());
        Moments away = new Moments().at("assess", 100, () -> {
            server.stop("immediate");
            later(20, server::start);
        });

        RunSummary summary = home.run(away);

        assertThat(away.left()).isZero();
        assertUndisturbed(home, summary);
    }

    @Test
    void endsWithOneLineWhereTheServerStaysAwayAndGoesOnLater() {
        Duration patience = FULL ? Duration.ofSeconds(75) : Duration.ofSeconds(4);
        RatingHome home = home(server.newDatabase(), patience);
        long[] stopped = {0};

        assertThatThrownBy(() -> home.run(new Moments().at("assess", 100, () -> {
                    server.stop("immediate");
                    stopped[0] = System.nanoTime();
                })))
                .isInstanceOf(RunBrokenOffException.class)
                .hasCauseInstanceOf(DatabaseException.class)
                .hasMessageMatching("the database has not been reachable for " + patience.toSeconds()
                        + " s, longer than a run waits: .*refused.*");

        assertThat(Duration.ofNanos(System.nanoTime() - stopped[0])).isLessThan(patience.plusSeconds(30));
        assertThat(home.out().resolve("manifest.json")).doesNotExist();
        server.start();

        RunSummary summary = home.run();

        assertThat(summary.reassessed()).isPositive().isLessThan(COMPANIES);
        assertUndisturbed(home, summary);
    }

    @Test
    void startsTheServerOfItsHomeAgainWhenItIsKilled() {
        TestServer own = add(TestServer.in(folder.resolve("home")));
        RatingHome home = add(filled(new RatingHome(folder, own.server())));
        Moments kills = new Moments()
                .at("assess", 100, own::killPostmaster)
                .at("export", 1, own::killPostmaster)
                .at("seal", 0, () -> own.stop("fast"));

        RunSummary summary = home.run(kills);

        assertThat(kills.left()).as("%s", summary.messages()).isZero();
        assertUndisturbed(home, summary);
    }

    @Test
    void doesNothingTwiceWhereTheWordOfACommitIsLost() throws Exception {
        DatabaseAccess database = server.newDatabase();
        CuttingWire wire = add(new CuttingWire(server.port(), 5));
        RatingHome home = home(server.through(wire.port(), database, "?prepareThreshold=0"));
        wire.cut();

        RunSummary summary = home.run();

        assertThat(wire.cuts()).isGreaterThan(20);
        assertThat(summary.reassessed()).isEqualTo(COMPANIES);
        assertUndisturbed(home, summary);
        assertThat(number(home, "select count(*) from run")).isOne();
        assertThat(number(home, "select count(*) from revision")).isOne();
        assertThat(number(home, "select count(*) from batch_job_execution")).isOne();
        assertThat(number(
                        home,
                        "select count(*) from (select step_name from batch_step_execution"
                                + " group by step_name having count(*) > 1) twice"))
                .isZero();
        assertThat(number(home, "select count(*) from batch_step_execution where status <> 'COMPLETED'"))
                .isZero();
    }

    @Test
    void survivesAServerThatStandsStill() {
        RatingHome home = home(server.through(server.port(), server.newDatabase(), "?socketTimeout=3&loginTimeout=3"));
        Moments freeze = new Moments().at("assess", 100, () -> {
            server.freeze();
            later(15, server::thaw);
        });

        RunSummary summary = home.run(freeze);

        assertThat(freeze.left()).isZero();
        assertUndisturbed(home, summary);
    }

    @Test
    void takesItsLockAgainWhenTheConnectionIsLost() throws Exception {
        RatingHome home = home(server.newDatabase());
        Runnable cut = () -> cutLock(home);
        Moments cuts = new Moments()
                .at("register", 0, cut)
                .at("assess", 40, cut)
                .at("assess", 120, cut)
                .at("rank", 0, cut)
                .at("seal", 0, cut);

        RunSummary summary = home.run(cuts);

        assertThat(cuts.left()).isZero();
        assertUndisturbed(home, summary);
        assertThat(number(home, "select token from cycle_lock")).isOne();
        assertThat(home.bean(JdbcCycleLocks.class).isHeld(RatingHome.YEAR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesNothingMoreOnceAnotherHasTakenTheCycleOver(boolean stillThere) throws Exception {
        DatabaseAccess database = server.newDatabase();
        RatingHome home = home(database).threads(1);
        RatingHome other = add(new RatingHome(folder.resolve("other"), database));
        AtomicReference<CycleLock> taken = new AtomicReference<>();
        long[] done = {0, 0};
        Moments takeOver = new Moments().at("assess", 100, () -> {
            cutLock(home);
            CycleLock lock = other.bean(JdbcCycleLocks.class).take(RatingHome.YEAR, "somebody@somewhere, process 1");
            if (stillThere) {
                taken.set(lock);
            } else {
                lock.close();
            }
            done[0] = number(home, DONE_CHUNKS);
            done[1] = number(home, "select count(*) from submission");
        });

        assertThatThrownBy(() -> home.run(takeOver))
                .isInstanceOf(CycleBusyException.class)
                .hasMessageMatching("Cycle 2025 was taken over by somebody@somewhere, process 1 since"
                        + " \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d; this run writes nothing more, see: mera status"
                        + " --year 2025");

        assertThat(number(home, DONE_CHUNKS)).isEqualTo(done[0]);
        assertThat(number(home, "select count(*) from submission")).isEqualTo(done[1]);
        assertThat(number(home, "select count(*) from revision where state = 'running'"))
                .isOne();
        assertThat(home.out().resolve("manifest.json")).doesNotExist();
        if (taken.get() != null) {
            taken.get().close();
        }
        assertUndisturbed(home, home.run());
    }

    @Test
    void tellsOfACommitThatFailsAsOfAFailedChunk() throws Exception {
        RatingHome home = home(server.newDatabase());
        execute(
                home,
                "create function refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no room for %', new.company using errcode = '23514'; end $$");
        execute(
                home,
                "create constraint trigger refuse after insert on submission deferrable initially deferred"
                        + " for each row when (new.company = '" + company(home, 42) + "') execute function refuse()");

        RunSummary failed = home.run();

        assertThat(failed.messages())
                .containsExactly(
                        "1 chunk failed: ERROR: no room for " + company(home, 42),
                        "Nothing was ranked or published. Remove the cause, then rerun.");
        assertThat(failed.reassessed()).isEqualTo(COMPANIES - CHUNK);
        assertThat(home.status().runs().get(0).failedChunks())
                .extracting(RunStatus.FailedChunk::attempts)
                .containsExactly(1);

        execute(home, "drop trigger refuse on submission");
        RunSummary summary = home.run();

        assertThat(summary.reassessed()).isEqualTo(CHUNK);
        assertUndisturbed(home, summary);
    }

    @Test
    void givesUpAStatementThatTakesTooLongAtOnce() throws Exception {
        DatabaseAccess database = server.newDatabase();
        RatingHome home = home(server.through(server.port(), database, "?options=-c%20statement_timeout=3s"));
        failFor(home, 42, "perform pg_sleep(60)");

        RunSummary failed = home.run();

        assertThat(failed.messages().get(0))
                .isEqualTo("1 chunk failed: company " + company(home, 42)
                        + ": ERROR: canceling statement due to statement timeout");
        assertThat(home.status().runs().get(0).failedChunks())
                .extracting(RunStatus.FailedChunk::attempts)
                .containsExactly(1);
    }

    @Test
    void triesAgainWhereTheDatabasesDiskIsFullAndThenSaysSo() throws Exception {
        RatingHome home = home(server.newDatabase(), Duration.ofSeconds(2));
        failFor(home, 42, "raise exception 'could not extend file' using errcode = '53100'");

        RunSummary failed = home.run();

        assertThat(failed.messages().get(0))
                .isEqualTo("1 chunk failed: the database's disk is full: company " + company(home, 42)
                        + ": ERROR: could not extend file");
        assertThat(home.status().runs().get(0).failedChunks())
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.attempts()).isGreaterThan(3));

        execute(home, "drop trigger fail on submission");
        RunSummary summary = home.run();

        assertThat(summary.reassessed()).isEqualTo(CHUNK);
        assertUndisturbed(home, summary);
    }

    @Test
    void keepsTheFormerSetWhereTheDiskOfTheOutputsIsFull() throws Exception {
        RatingHome home = home(server.newDatabase());
        Path small = folder.resolve("out");
        Files.createDirectories(small);
        assumeTrue(mounted(small), "no file system can be mounted here");
        try {
            assertUndisturbed(home, home.run());
            SortedMap<String, String> before = home.outputs();
            long free = Files.getFileStore(small).getUsableSpace();
            Files.write(small.resolve("ballast"), new byte[Math.toIntExact(free - ROOM_FOR_FEW_FILES)]);
            home.write("zz.csv", "x;y\n");

            RunSummary failed = home.run();

            assertThat(failed.messages())
                    .containsExactly(
                            "The run failed: Cannot write to " + home.out()
                                    + ": the disk is full; free some space and run again",
                            "Nothing was ranked or published, the files of revision 1 are as they were. Remove the"
                                    + " cause, then rerun.");
            assertThat(home.outputs()).isEqualTo(before);

            Files.delete(small.resolve("ballast"));
            RunSummary summary = home.run();

            assertThat(summary.messages()).isEmpty();
            assertThat(home.output("ranking.csv")).isEqualTo(undisturbed.get("ranking.csv"));
        } finally {
            command("umount", small.toString());
        }
    }

    private static boolean mounted(Path folder) throws IOException, InterruptedException {
        return command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString()) == 0;
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void assertUndisturbed(RatingHome home, RunSummary summary) {
        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(home.outputs()).isEqualTo(undisturbed);
    }

    private RatingHome home(DatabaseAccess database) {
        return add(filled(new RatingHome(folder, database)));
    }

    private RatingHome home(DatabaseAccess database, Duration patience) {
        System.setProperty("mera.patience", patience.toString());
        try {
            return home(database);
        } finally {
            System.clearProperty("mera.patience");
        }
    }

    private static RatingHome filled(RatingHome home) {
        try (Stream<Path> files = Files.walk(shared.resolve("sample"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                home.write(shared.resolve("sample").relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home.chunkSize(CHUNK);
    }

    private <T extends AutoCloseable> T add(T each) {
        open.add(0, each);
        return each;
    }

    private void later(int seconds, Runnable event) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(seconds).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            event.run();
        });
        thread.start();
        add(thread::join);
    }

    private static void cutLock(RatingHome home) {
        assertThat(number(
                        home,
                        "select count(pg_terminate_backend(pid, 5000)) from pg_locks where locktype = 'advisory' and"
                                + " database = (select oid from pg_database where datname = current_database())"))
                .isOne();
    }

    private static String company(RatingHome home, int place) {
        try {
            String line =
                    Files.readAllLines(home.inbox().resolve("companies.csv")).get(place);
            return line.substring(0, line.indexOf(';'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void failFor(RatingHome home, int place, String what) throws SQLException {
        execute(
                home,
                "create function fail() returns trigger language plpgsql as $$ begin " + what + "; return new; end $$");
        execute(
                home,
                "create trigger fail before insert on submission for each row when (new.company = '"
                        + company(home, place) + "') execute function fail()");
    }

    private static void execute(RatingHome home, String sql) throws SQLException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(RatingHome home, String sql) {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
