package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mera.cli.MeraProcess.Ended;
import org.mera.cli.MeraProcess.Running;
import org.mera.cli.Moment.Before;
import org.mera.cli.Moment.Server;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseServer;

/**
 * Kills real processes, and often their database server too, and lets the next one go on: it needs no hand, its outputs are byte-identical to those
 * of an undisturbed run, and nothing that was done is done again. A few moments in each build, all of them by {@code -Dmera.full=true}.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {

    private static final boolean FULL = Boolean.getBoolean("mera.full");
    private static final int COMPANIES = FULL ? 600 : 240;
    private static final int CHUNK = 10;
    private static final int THREADS = 2;
    private static final int ATTEMPTS = 3;
    private static final List<String> RUN = List.of("run", "job.yaml", "--no-reports");

    /** What goes on after a kill: another run as it is, or another command by {@code -Dmera.next}. */
    private static final List<String> NEXT =
            List.of(System.getProperty("mera.next", String.join(" ", RUN)).split(" "));

    private static final Pattern REASSESSED =
            Pattern.compile("(?m)^  reassessed +([\\d,]+) of ([\\d,]+) compan(?:y|ies)$");

    private final List<String> table = new ArrayList<>();
    private final List<String> hit = new ArrayList<>();
    private final Path folder;
    private Path inbox;
    private Path correctedInbox;
    private RunPlace ready;
    private RunPlace done;
    private StepTimes times;
    private OutputFolder.Sealed reference;
    private OutputFolder.Sealed correctedReference;

    KilledRunIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Moment> moments() {
        String only = System.getProperty("mera.moment", "");
        return (FULL ? Moments.all() : Moments.few())
                .stream().filter(moment -> moment.toString().contains(only));
    }

    @BeforeAll
    void runUndisturbed() throws Exception {
        inbox = folder.resolve("inbox");
        RunPlace.fillInbox(inbox, COMPANIES, 40);
        correctedInbox = corrected(inbox, folder.resolve("corrected"));
        ready = place("ready", inbox);
        ready.makeHome();

        done = place("done", inbox).like(ready);
        Running run = done.start(RUN);
        times = StepTimes.of(run);
        assertDone(run.end());
        reference = done.outputs().sealed();
        assertThat(reference.files()).hasSizeGreaterThan(80);

        RunPlace fresh = place("fresh", correctedInbox).like(ready);
        assertDone(fresh.run(RUN));
        correctedReference = fresh.outputs().sealed();
        assertThat(correctedReference.files().get("ranking.csv"))
                .isNotEqualTo(reference.files().get("ranking.csv"));
        fresh.delete();
    }

    @AfterAll
    void tell() throws IOException {
        String text = String.join("\n", table) + "\n";
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "killed-runs.txt"), text, StandardCharsets.UTF_8);
        System.out.print(text);
        if (FULL && System.getProperty("mera.moment") == null) {
            for (String step : List.of("register", "discover", "planning", "assess", "rank", "export", "seal")) {
                assertThat(hit.stream().filter(step::equals))
                        .as("kills in %s", step)
                        .hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void goesOnAsIfNothingHadHappened(Moment moment) throws Exception {
        for (int attempt = 1; ; attempt++) {
            RunPlace place = placeOf(moment);
            try {
                requireGoesOn(moment, place);
                return;
            } catch (RunPlace.MissedException e) {
                // A moment of a few milliseconds, on a machine that is busy.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
            place.delete();
        }
    }

    private void requireGoesOn(Moment moment, RunPlace place) throws Exception {
        Map<String, SortedMap<String, String>> sets = new LinkedHashMap<>();
        if (moment.before() == Before.CORRECTED) {
            sets.put("old set", reference.files());
        } else if (moment.before() == Before.DAMAGED) {
            sets.put("damaged", place.outputs().files());
        }
        sets.put("new set", expected(moment).files());

        List<String> steps = new ArrayList<>();
        List<String> states = new ArrayList<>();
        Instant killed = Instant.EPOCH;
        for (Trigger trigger : moment.triggers()) {
            steps.add(kill(place, place.start(steps.isEmpty() ? RUN : next(moment)), trigger, moment.server()));
            killed = Instant.now();
            states.add(place.outputs().requireNothingHalf(sets));
        }
        Ended ended = place.run(next(moment));

        assertDone(ended);
        assertThat(place.outputs().sealed()).isEqualTo(expected(moment));
        place.requireNothingLeft();
        Work work = work(place, killed, reassessed(ended));
        requireNothingDoneTwice(moment, work);
        tell(moment, steps, states, work);
        place.delete();
    }

    private String kill(RunPlace place, Running run, Trigger trigger, Server server) throws Exception {
        Trigger.Kept kept = Trigger.NOTHING;
        try {
            kept = trigger.await(place, run, times);
            if (server == Server.KILLED_FIRST || server == Server.KILLED_ALONE) {
                place.killServer();
            }
            if (server == Server.KILLED_ALONE) {
                String out = run.outSoFar();
                assertThat(run.process().waitFor(3, TimeUnit.MINUTES))
                        .as("ended by itself")
                        .isTrue();
                return StepTimes.stepOf(out);
            }
            RunPlace.kill(run);
            if (server == Server.KILLED_AFTER) {
                place.killServer();
            }
            return StepTimes.stepOf(run.outSoFar());
        } finally {
            run.process().destroyForcibly();
            kept.letGo();
        }
    }

    private RunPlace placeOf(Moment moment) throws IOException {
        RunPlace place = place("killed", moment.before() == Before.CORRECTED ? correctedInbox : inbox);
        return switch (moment.before()) {
            case NO_HOME -> place;
            case NO_RUN -> place.like(ready);
            case CORRECTED -> place.like(done);
            case DAMAGED -> {
                place.like(done);
                Path ranking = place.out().resolve("ranking.csv");
                Files.write(ranking, new byte[] {'?'});
                Files.delete(place.out().resolve("problems.csv"));
                yield place;
            }
        };
    }

    private OutputFolder.Sealed expected(Moment moment) {
        return moment.before() == Before.CORRECTED ? correctedReference : reference;
    }

    /** Where there was no run yet, only {@code run} can make one. */
    private static List<String> next(Moment moment) {
        return moment.step().equals("start") ? RUN : NEXT;
    }

    /**
     * What has been done over all processes.
     *
     * @param before    companies in chunks that were done before the last kill
     * @param after     companies in chunks that were done after it
     * @param told      how many companies the last run says it has assessed
     * @param attempted rows of submissions that were ever put in, also by transactions that came to nothing
     * @param unended   executions and runs that are written down as going on
     */
    private record Work(int before, int after, int told, int attempted, int unended) {}

    private static Work work(RunPlace place, Instant killed, int told) throws SQLException {
        try (DatabaseServer server = DatabaseServer.open(place.home(), Map.of());
                Connection connection = connect(server.access())) {
            return new Work(
                    number(connection, DONE + "not exists " + EXECUTED_SINCE, killed),
                    number(connection, DONE + "exists " + EXECUTED_SINCE, killed),
                    told,
                    number(connection, "select n_tup_ins from pg_stat_user_tables where relname = 'submission'"),
                    number(
                            connection,
                            """
                            select (select count(*) from run where outcome = 'running')
                                 + (select count(*) from revision where state <> 'completed'
                                    and number = (select max(number) from revision))
                            """));
        }
    }

    private static final String DONE =
            "select coalesce(sum(c.items), 0) from chunk c where c.step = 'assess' and c.state = 'done' and ";

    /** A chunk does not tell when it was done, but its worker's step does: no chunk is handed out again that is done. */
    private static final String EXECUTED_SINCE =
            """
            (
                select 1
                from batch_step_execution e
                join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                where e.step_name like 'assess%:chunk' || c.number
                  and p.parameter_name = 'revision' and p.parameter_value = cast(c.revision as text)
                  and e.start_time > ?
            )
            """;

    private void requireNothingDoneTwice(Moment moment, Work work) {
        int due = moment.before() == Before.CORRECTED ? 1 : COMPANIES;
        int earlier = moment.before() == Before.CORRECTED ? COMPANIES : 0;
        assertThat(work.before() + work.after() - earlier)
                .as("companies in done chunks: %s", work)
                .isEqualTo(due);
        assertThat(work.told()).as("reassessed: %s", work).isEqualTo(work.after());
        assertThat(work.unended()).as("what is written down as going on").isZero();
        if (moment.server() == Server.STAYS) {
            // The statistics of a server that was killed are lost.
            assertThat(work.attempted() - earlier)
                    .as("companies stored, those lost included: %s", work)
                    .isBetween(due, due + moment.triggers().size() * THREADS * CHUNK);
        }
    }

    private static int reassessed(Ended ended) {
        Matcher matcher = REASSESSED.matcher(ended.out());
        assertThat(matcher.find()).as(ended.out()).isTrue();
        assertThat(matcher.group(2)).isEqualTo(Integer.toString(COMPANIES));
        return Integer.parseInt(matcher.group(1));
    }

    private void tell(Moment moment, List<String> steps, List<String> states, Work work) {
        hit.addAll(steps);
        if (table.isEmpty()) {
            table.add(row("moment", "killed in", "before", "server", "folder after the kill", "done", "again", "lost"));
        }
        int earlier = moment.before() == Before.CORRECTED ? COMPANIES : 0;
        table.add(row(
                moment.step() + ": " + moment.name(),
                String.join(", ", steps),
                moment.before().toString(),
                moment.server().toString(),
                String.join("; ", states),
                Integer.toString(work.before() - earlier),
                Integer.toString(work.told()),
                moment.server() == Server.STAYS
                        ? Integer.toString(work.attempted() - work.before() - work.after())
                        : "?"));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-55s %-18s %-17s %-12s %-55s %5s %5s %5s", (Object[]) cells);
    }

    private static void assertDone(Ended ended) {
        assertThat(ended.err()).as(ended.out()).isEmpty();
        assertThat(ended.code()).as(ended.out()).isZero();
    }

    private RunPlace place(String name, Path inboxOfPlace) {
        return RunPlace.create(folder.resolve(name + "-" + places++), inboxOfPlace, CHUNK, THREADS);
    }

    private int places;

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int number(Connection connection, String sql, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** {@return a copy of the inbox in which one score of one company is another} */
    private static Path corrected(Path inbox, Path copy) throws IOException {
        Files.createDirectory(copy);
        int replaced = 0;
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Matcher score = Pattern.compile("(?m)^(\\d+;2025;[^;]*;1;)0,5(;[^\n]*;)2(\r?)$")
                        .matcher(text);
                if (file.getFileName().toString().startsWith("tables") && score.find()) {
                    replaced++;
                    text = text.substring(0, score.start()) + score.group(1) + '1' + score.group(2) + "2,5"
                            + score.group(3) + text.substring(score.end());
                }
                Files.writeString(copy.resolve(file.getFileName()), text, StandardCharsets.ISO_8859_1);
            }
        }
        assertThat(replaced).isEqualTo(1);
        return copy;
    }
}
