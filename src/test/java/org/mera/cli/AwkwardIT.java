package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cli.MeraProcess.Ended;
import org.mera.database.TestDatabase;

/** The program where something is missing, in the way, or wrong: one clear line and the right exit code, never a stack trace. */
@EnabledOnOs(OS.LINUX)
class AwkwardIT {

    private static final String REGISTER = "inn;name;industry;region;participation\n";
    private static final String JOB =
            "methodology: anti-corruption-rating\nyear: 2025\ninbox: inbox\nout: out\ncutoff: 2026-05-31\n";
    private static final String RANKING =
            "rank,inn,name,industry,region,participation,c3,c4,c5,c6,total,indicator,class,"
                    + "participation_rank,industry_rank,previous_rank,rank_change,previous_indicator,warnings\n";

    private final TestDatabase database = TestDatabase.create();
    private final Path folder;

    AwkwardIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeJob() {
        write("job.yaml", JOB);
        write("inbox/companies.csv", REGISTER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ranksNobodyWhereNobodyIsRegistered() throws IOException {
        Ended ended = run("run", "job.yaml", "--no-reports");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(folder.resolve("out/2025/ranking.csv"))).isEqualTo(RANKING);
        assertThat(Files.readString(folder.resolve("out/2025/problems.csv")))
                .isEqualTo("file,line,inn,criterion,column,severity,code,value,message\n");
    }

    @Test
    void saysThatTheInboxIsEmpty() throws IOException {
        Files.delete(folder.resolve("inbox/companies.csv"));

        assertThat(run("run", "job.yaml"))
                .isEqualTo(refused("mera run: The inbox inbox holds no CSV file; put the register of companies and the"
                        + " Tables there, or name another folder"));
    }

    @Test
    void saysThatThereIsNoInbox() {
        assertThat(run("run", "job.yaml", "--inbox", "none"))
                .isEqualTo(refused("mera run: There is no inbox none; create the folder or name another one"));
    }

    @Test
    void saysThatTheInboxIsAFile() {
        assertThat(run("run", "job.yaml", "--inbox", "job.yaml"))
                .isEqualTo(refused(
                        "mera run: The inbox job.yaml is not a folder; name the folder that holds the CSV files"));
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        write("job.yaml", JOB.replace("inbox:", "inbx:"));

        assertThat(run("run", "job.yaml"))
                .isEqualTo(refused("mera run: job.yaml:3: inbx: no such key; did you mean «inbox»?\n"
                        + "mera run: job.yaml: inbox: missing; name the folder that holds the companies' files"));
    }

    @Test
    void saysThatThereIsNoJobFile() {
        assertThat(run("run", "none.yaml"))
                .isEqualTo(refused(
                        "mera run: none.yaml: no such file; name a job file, for example jobs/annual-rating.yaml"));
        assertThat(run("run", "inbox"))
                .isEqualTo(refused("mera run: inbox: cannot be read (it is a folder); name a job file"));
    }

    @Test
    void saysThatThereIsNoMethodology() {
        write("job.yaml", JOB.replace("anti-corruption-rating", "anti-corruption-ratin"));
        assertThat(run("run", "job.yaml"))
                .isEqualTo(refused("mera run: No methodology «anti-corruption-ratin» comes with the program; use"
                        + " anti-corruption-rating or the path of a file"));

        write("job.yaml", JOB.replace("anti-corruption-rating", "none/parks.yaml"));
        assertThat(run("run", "job.yaml"))
                .isEqualTo(
                        refused("mera run: none/parks.yaml: there is no such file; check the path of the methodology"));
    }

    @Test
    void saysThatTheOutputsHaveNoPlace() {
        assertThat(run("run", "job.yaml", "--out", "job.yaml"))
                .isEqualTo(refused("mera run: Cannot write to job.yaml/2025: a file stands where a folder is needed"
                        + " (FOLDER/job.yaml/2025); move it away or name another folder by --out"));
        assertThat(run("run", "job.yaml", "--out", "/proc/none"))
                .isEqualTo(refused(
                        "mera run: Cannot write to /proc/none/2025: the folder /proc/none is not there and cannot be made;"
                                + " name another folder by --out"));
    }

    @Test
    void saysThatAFileStandsWhereTheYearsFolderBelongs() {
        write("out/2025", "mine");

        assertThat(run("run", "job.yaml"))
                .isEqualTo(refused("mera run: Cannot write to out/2025: a file stands where a folder is needed"
                        + " (FOLDER/out/2025); move it away or name another folder by --out"));
    }

    @Test
    void saysThatTheHomeHasNoPlace() {
        assertThat(run("--home", "job.yaml", "run", "job.yaml"))
                .isEqualTo(
                        refused(
                                "mera run: the home job.yaml cannot be written (Not a directory), name another with --home; see: mera help run"));
        assertThat(run("--home", "/proc/none", "run", "job.yaml"))
                .isEqualTo(
                        refused(
                                "mera run: the home /proc/none cannot be written (/proc/none does not exist), name another with --home; see: mera help run"));
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(run(Map.of("MERA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/mera"), "run", "job.yaml"))
                .isEqualTo(refused(
                        "mera run: the database of MERA_DATABASE_URL cannot be used: Connection to 127.0.0.1:1 refused."
                                + " Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections;"
                                + " check MERA_DATABASE_URL, MERA_DATABASE_USER and MERA_DATABASE_PASSWORD"));
        assertThat(run(Map.of("MERA_DATABASE_URL", "mysql://127.0.0.1/mera"), "run", "job.yaml"))
                .isEqualTo(refused(
                        "mera run: MERA_DATABASE_URL does not begin with jdbc:postgresql: (no other database will do):"
                                + " write it as jdbc:postgresql://HOST:5432/DATABASE"));
        assertThat(run(Map.of("MERA_DATABASE_PASSWORD", "wrong"), "run", "job.yaml"))
                .isEqualTo(refused(
                        "mera run: the database of MERA_DATABASE_URL cannot be used: FATAL: password authentication failed for user"
                                + " \"mera\"; check MERA_DATABASE_URL, MERA_DATABASE_USER and MERA_DATABASE_PASSWORD"));
    }

    @Test
    void refusesAnotherRatingInTheSameHome() {
        run("run", "job.yaml", "--no-reports");
        write("parks.yaml", read(Path.of("src/test/resources/methodology/city-parks.yaml")));
        write("job.yaml", JOB.replace("anti-corruption-rating", "parks.yaml"));

        assertThat(run("run", "job.yaml"))
                .isEqualTo(refused("mera run: This home holds the rating «anti-corruption-rating», and the job is of"
                        + " «city-parks»; give each rating its own home: --home DIR"));
    }

    @Test
    void saysWhoRunsTheCycle() throws Exception {
        run("run", "job.yaml", "--no-reports");
        write("inbox/more.csv", "inn;criterion;c3;c3_evidence;c4;c4_evidence;c5;c5_evidence;c6;c6_evidence\n");
        MeraProcess.Running first;
        Ended second;
        Ended third;
        Ended status;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // May be read, as a run does before it has chosen its revision, but not written.
            statement.execute("lock table inventory in share mode");
            first = mera(Map.of()).start("run", "job.yaml", "--no-reports");
            await(() -> isWaiting());

            second = run("run", "job.yaml", "--no-reports");
            third = run("rerun");
            status = run("status", "--year", "2025");
            connection.rollback();
        }

        String holder = "\\S+@\\S+, process " + first.process().pid();
        String time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
        String busy = ": Cycle 2025 is being run by " + holder + " since " + time
                + "; wait until it ends, or see: mera status --year 2025\n";
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).matches("mera run" + busy);
        assertThat(third.code()).isEqualTo(1);
        assertThat(third.err()).matches("mera rerun" + busy);
        assertThat(status.out())
                .matches("(?s)Rating of 2025, revision 2: RUNNING, begun " + time + ", by " + holder
                        + "\n  register   STARTED.*\nRating of 2025, revision 1: COMPLETED, .*");
        assertThat(first.end()).extracting(Ended::code, Ended::err).containsExactly(0, "");
    }

    /** Both find no server running and begin a new home: one of them runs the cycle, the other after it or not at all. */
    @Test
    void letsTwoProcessesShareANewHome() throws IOException {
        Map<String, String> embedded =
                Map.of("MERA_DATABASE_URL", "", "MERA_DATABASE_USER", "", "MERA_DATABASE_PASSWORD", "");
        MeraProcess.Running first = mera(embedded).start("run", "job.yaml", "--no-reports");
        MeraProcess.Running second = mera(embedded).start("run", "job.yaml", "--no-reports");

        List<Ended> ended = List.of(first.end(), second.end());

        assertThat(ended).extracting(Ended::code).contains(0).isSubsetOf(0, 1);
        for (Ended each : ended) {
            assertThat(each.err())
                    .matches(
                            each.code() == 0 ? "" : "mera run: Cycle 2025 is being run by .*, process \\d+ since .*\n");
        }
        assertThat(Files.readString(folder.resolve("out/2025/ranking.csv"))).isEqualTo(RANKING);
    }

    @Test
    void readsFilesWhateverTheirNames() throws IOException {
        String longest = "д".repeat(120) + ".csv";
        for (String name : List.of(longest, "a,\"b\"\n;c.csv", "=1+1.csv", "-x.csv", "..csv", " .csv")) {
            write("inbox/" + name, "x;y\n");
        }

        Ended ended = run("run", "job.yaml", "--no-reports", "--lang", "en");

        String says = ",1,,,,error,unknown-header,x; y,\"the line «x; y» is the header of no form (register, Table,"
                + " documents); begin the file with the header line of an empty form\"\n";
        assertThat(ended.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/2025/problems.csv")))
                .isEqualTo("file,line,inn,criterion,column,severity,code,value,message\n" + "\" .csv\"" + says
                        + "'-x.csv" + says + "'=1+1.csv" + says + "\"a,\"\"b\"\"\n;c.csv\"" + says + longest + says);
    }

    @Test
    void saysThatAFilesNameIsNoText() throws Exception {
        // Windows-1251 in a file system where names are UTF-8.
        Process shell = new ProcessBuilder("/bin/sh", "-c", "echo 'x;y' > \"$(printf 'inbox/\\322\\340\\341.csv')\"")
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();

        Ended ended = run("run", "job.yaml", "--no-reports");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "\n1 chunk failed: unreadable-file: inbox/\uFFFD\uFFFD\uFFFD.csv has a name that is not UTF-8; rename it\n");
        assertThat(ended.err())
                .isEqualTo(
                        "1 chunk failed (unreadable-file: inbox/\uFFFD\uFFFD\uFFFD.csv has a name that is not UTF-8; rename it)"
                                + " and nothing was ranked; to do just what is missing: mera rerun --year 2025\n");
    }

    @Test
    void saysWhatFailedAndGoesOnByRerunWithNoJobFile() throws IOException {
        Path link = folder.resolve("inbox/link.csv");
        Files.createSymbolicLink(link, folder.resolve("nowhere.csv"));
        String home = folder.resolve("my home").toString();

        Ended failed = run("run", "job.yaml", "--no-reports", "--home", home);

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).contains("\n  failed chunks        1, told by mera status\n");
        assertThat(failed.err())
                .isEqualTo(
                        "1 chunk failed (unreadable-file: inbox/link.csv is not there, or is a link that leads nowhere)"
                                + " and nothing was ranked; to do just what is missing: mera rerun --year 2025 --home '"
                                + home
                                + "'\n");
        assertThat(run("status", "--home", home).out())
                .contains(
                        "\n  failed chunk 0 of discover (1 file, link.csv; 1 attempt, ",
                        "): unreadable-file: inbox/link.csv is not there, or is a link that leads nowhere\n");

        Files.delete(link);
        Files.delete(folder.resolve("job.yaml"));
        Ended done = run("rerun", "--year", "2025", "--home", home);

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(Files.readString(folder.resolve("out/2025/ranking.csv"))).isEqualTo(RANKING);
        assertThat(run("status").out())
                .contains("\n  1 chunk failed in this run; a newer revision took its place\n")
                .doesNotContain("failed chunk 0");
        assertThat(run("rerun").out())
                .contains(": nothing changed since it was done; checked in ")
                .endsWith("\nAll outputs were verified: they are what was sealed\n");
    }

    @Test
    void refusesToDoAgainWhatWasNeverDone() {
        assertThat(run("rerun"))
                .isEqualTo(refused("mera rerun: Nothing has been run yet; begin with: mera run JOB.yaml"));
        assertThat(run("rerun", "--year", "2024"))
                .isEqualTo(refused(
                        "mera rerun: Nothing has been run for 2024 yet; begin with: mera run JOB.yaml --year 2024"));
    }

    @Test
    void saysThatTheInboxOfTheLastRunIsGone() throws IOException {
        run("run", "job.yaml", "--no-reports");
        Files.move(folder.resolve("inbox"), folder.resolve("moved"));

        assertThat(run("rerun"))
                .isEqualTo(
                        refused("mera rerun: There is no inbox FOLDER/inbox; create the folder or name another one"));
    }

    private Ended run(String... args) {
        return run(Map.of(), args);
    }

    private Ended run(Map<String, String> environment, String... args) {
        Ended ended = mera(environment).run(args);
        assertThat(ended.out() + ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
        return ended;
    }

    private MeraProcess mera(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(database.environment());
        all.put("MERA_HOME", "home");
        all.putAll(environment);
        return new MeraProcess(folder, all);
    }

    private Ended refused(String lines) {
        return new Ended(2, "", lines.replace("FOLDER", folder.toString()) + "\n");
    }

    private boolean isWaiting() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")) {
            return row.next() && row.getBoolean(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(100);
        }
    }

    private void write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
