package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;

/**
 * A file is another one than before, between two runs or in the middle of one, which a lock in the database holds at the very place: each run's
 * outputs are those of a fresh home with the files that it has read.
 */
class FileChangedIT {

    private static final List<String> INNS = IntStream.range(0, 6)
            .mapToObj(i -> Inn.complete(Integer.toString(770_000_000 + i)))
            .toList();

    private final Path folder;
    private final RatingHome home;
    private int places;

    FileChangedIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder.resolve("home")).chunkSize(2).threads(1);
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        INNS.forEach(inn -> register.append(inn).append(";Пример-").append(inn).append(";Банки;Регион-01;заочный\n"));
        home.write("companies.csv", register.toString())
                .write("a.csv", tables(0, 1, 2))
                .write("b.csv", tables(3, 4))
                .write("c.csv", tables(5))
                .write("documents.csv", TableText.DOCUMENTS + TableText.localAct(INNS.get(3), "Д1"));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void assessesAgainOnlyTheCompaniesOfACorrectedFile() {
        requireRun(6, 1);
        correct("b.csv", text -> text.replaceFirst(INNS.get(3) + ";;;;;1;0;;", INNS.get(3) + ";;;;;1;1;Д1 п. 2;"));
        requireRun(1, 2);
        correct("companies.csv", text -> text.replace("Пример-" + INNS.get(5), "Пример-017"));
        requireRun(1, 3);
        correct("documents.csv", text -> text.replace("Положение", "Порядок"));
        requireRun(1, 4);
    }

    @Test
    void leavesOutTheCompanyOfARemovedFile() {
        requireRun(6, 1);
        String removed = text("c.csv");
        delete("c.csv");
        // Registered still: no submission is an outcome too.
        requireRun(1, 2);
        correct("companies.csv", text -> text.replaceFirst("(?m)^" + INNS.get(5) + ".*\n", ""));
        requireRun(0, 3);
        home.write("c.csv", removed);
        // Handed in, and not in the register.
        requireRun(1, 4);
    }

    @Test
    void goesBackToWhatWasThereBefore() {
        requireRun(6, 1);
        String first = text("b.csv");
        correct("b.csv", text -> text.replaceFirst(INNS.get(4) + ";;;;;7;0;", INNS.get(4) + ";;;;;7;9;"));
        requireRun(1, 2);
        home.write("b.csv", first);
        requireRun(1, 3);
    }

    /** By size and time the file is the same. */
    @Test
    void seesAChangeThatHasTheSameSizeAndTime() throws IOException {
        requireRun(6, 1);
        FileTime time = Files.getLastModifiedTime(home.inbox().resolve("b.csv"));
        correct("b.csv", text -> text.replaceFirst(INNS.get(4) + ";;;;;7;0;", INNS.get(4) + ";;;;;7;9;"));
        Files.setLastModifiedTime(home.inbox().resolve("b.csv"), time);
        requireRun(1, 2);
    }

    @Test
    void failsWhereAFileChangesBeforeItsRecordsAreReadAgain() throws Exception {
        RunSummary failed = runWhile("planned_company", () -> correct("b.csv", FileChangedIT::faulty));

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.messages().get(0))
                .matches("[12] chunks? failed: b\\.csv changed during the run; leave the inbox alone while a run lasts,"
                        + " then rerun");
        assertThat(home.out().resolve("ranking.csv")).doesNotExist();

        requireRun(again -> again.accepted() == 4 && again.rejected() == 2);
    }

    /** One of the files has just been read and is about to be stored, the others may come later: all change. */
    @Test
    void failsWhereFilesChangeWhileTheyAreScanned() throws Exception {
        RunSummary failed = runWhile("file_range", () -> {
            for (String file : List.of("a.csv", "b.csv", "c.csv")) {
                correct(file, FileChangedIT::faulty);
            }
            correct("documents.csv", text -> text.replace("Положение", "Порядок"));
        });

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.messages().get(0))
                .matches(
                        "[123] chunks? failed: (.*\\.csv changed during the run; leave the inbox alone while a run lasts,"
                                + " then rerun(; )?)+");
        assertThat(home.out().resolve("ranking.csv")).doesNotExist();

        requireRun(again -> again.accepted() == 0 && again.rejected() == 6);
    }

    /** Back again when the next run looks: it goes on with the same revision, and only with what had failed. */
    @Test
    void goesOnWhereAFileChangedDuringTheRunAndIsAsItWas() throws Exception {
        String first = text("b.csv");
        RunSummary failed = runWhile("planned_company", () -> home.write("b.csv", tables(3)));
        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        int done = failed.reassessed();
        assertThat(done).isPositive();
        home.write("b.csv", first);

        RunSummary again = home.run();

        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.revision()).isEqualTo(failed.revision());
        assertThat(again.reassessed()).isEqualTo(INNS.size() - done);
        requireAsFresh();
    }

    /** Every chunk has read its records, the last one's are about to be stored: the run is of what it has read. */
    @Test
    void publishesWhatItHasReadWhereAFileChangesAfterwards() throws Exception {
        home.chunkSize(100);
        try (RatingHome fresh = fresh()) {
            RunSummary summary = runWhile("assessment", () -> correct("b.csv", FileChangedIT::faulty));
            assertThat(summary.messages()).isEmpty();
            requireSame(fresh);
        }
        requireRun(2, 2);
    }

    /** The step register has read it; what was in it then counts in this run. */
    @Test
    void publishesTheRegisterAsItWasRead() throws Exception {
        try (RatingHome fresh = fresh()) {
            RunSummary summary = runWhile(
                    "planned_company",
                    () -> correct("companies.csv", text -> text.replace("Пример-" + INNS.get(5), "Пример-017")));
            assertThat(summary.messages()).isEmpty();
            requireSame(fresh);
        }
        requireRun(1, 2);
    }

    /** {@return the same Tables with a score in each that is not on the scale} */
    private static String faulty(String tables) {
        return tables.replace(";;;;;7;0;", ";;;;;7;9;");
    }

    private void requireRun(Predicate<RunSummary> expected) {
        RunSummary summary = home.run();
        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary).matches(expected);
        requireAsFresh();
    }

    private void requireRun(int reassessed, int revision) {
        RunSummary summary = home.run();
        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.reassessed()).as("reassessed").isEqualTo(reassessed);
        assertThat(summary.revision()).isEqualTo(revision);
        requireAsFresh();
    }

    private void requireAsFresh() {
        try (RatingHome fresh = fresh()) {
            requireSame(fresh);
        }
    }

    private void requireSame(RatingHome fresh) {
        assertThat(withoutRevision(home)).isEqualTo(withoutRevision(fresh));
    }

    private static SortedMap<String, String> withoutRevision(RatingHome home) {
        SortedMap<String, String> outputs = home.outputs();
        outputs.computeIfPresent("manifest.json", (name, text) -> text.replaceFirst("\"revision\": *\\d+", ""));
        assertThat(outputs).containsKey("manifest.json");
        return outputs;
    }

    /** {@return a home of its own that has run over the files that are in the inbox now} */
    private RatingHome fresh() {
        RatingHome fresh = new RatingHome(folder.resolve("fresh-" + places++));
        try (Stream<Path> files = Files.walk(home.inbox())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                fresh.write(home.inbox().relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(fresh.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        return fresh;
    }

    /** Runs the job, which waits for a table when it first writes to it, and lets something happen meanwhile. */
    private RunSummary runWhile(String table, Runnable event) throws Exception {
        CompletableFuture<RunSummary> run;
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            run = CompletableFuture.supplyAsync(home::run);
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!isAwaited(statement)) {
                assertThat(run).as("the run, which should wait").isNotDone();
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(5);
            }
            event.run();
            connection.rollback();
        }
        return run.get();
    }

    private static boolean isAwaited(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select exists (select from pg_locks where not granted and database ="
                        + " (select oid from pg_database where datname = current_database()))")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void correct(String file, UnaryOperator<String> change) {
        String before = text(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        home.write(file, after);
    }

    private String text(String file) {
        try {
            return Files.readString(home.inbox().resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String file) {
        try {
            Files.delete(home.inbox().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tables(int... companies) {
        StringBuilder text = new StringBuilder(TableText.HEADER);
        IntStream.of(companies)
                .forEach(i -> text.append(TableText.of(INNS.get(i)).lines()));
        return text.toString();
    }
}
