package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mera.batch.TwelveCompanies.assertFailed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.cycle.ChunkFailure.Since;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.seal.Publication;

/** What a run leaves that fails, and how the next one gets over it. */
class FailedRunIT {

    private static final int COMPANIES = TwelveCompanies.COMPANIES;

    private final RatingHome home;
    private final List<String> companies = new ArrayList<>();

    FailedRunIT(@TempDir Path folder) {
        home = new RatingHome(folder).chunkSize(3);
    }

    @BeforeEach
    void fillInbox() {
        companies.addAll(TwelveCompanies.write(home));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void doesTheOtherChunksPublishesNothingAndThenOnlyWhatFailed() throws Exception {
        home.run();
        SortedMap<String, String> before = home.outputs();
        home.write(
                "tables.csv",
                Files.readString(home.inbox().resolve("tables.csv")).replace(";Д1 п. 3;", ";Д1 п. 4;"));
        failFor(companies.get(4));

        RunSummary failed = home.run();

        String cause = "company " + companies.get(4) + ": ERROR: out of sorts";
        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.failedChunks()).isEqualTo(1);
        assertThat(failed.causes()).containsExactly(cause);
        assertThat(failed.messages())
                .containsExactly(
                        "1 chunk failed: " + cause,
                        "Nothing was ranked or published, the files of revision 1 are as they were. Remove the cause, then rerun.");
        assertThat(home.outputs()).isEqualTo(before);
        RunStatus.Run status = home.status().runs().get(0);
        assertThat(status.state()).isEqualTo("FAILED");
        assertThat(status.message()).isEqualTo(cause);
        assertFailed(status.failedChunks(), failedChunk(1, 1, Since.FAILED));
        assertThat(status.failedChunks().get(0).time()).isBetween(status.started(), status.ended());
        assertThat(failed.failed()).isEqualTo(status.failedChunks());
        assertThat(status.steps())
                .contains(new RunStatus.Step("assess", "FAILED", COMPANIES - 3, COMPANIES, "companies"));

        home.execute("drop trigger fail on submission");
        home.execute("create table touched (company text)");
        home.execute("create function note() returns trigger language plpgsql as"
                + " 'begin insert into touched values (new.company); return new; end'");
        home.execute("create trigger note after insert on submission for each row execute function note()");
        List<String> progress = new ArrayList<>();
        RunSummary restarted = home.rerun(tellingTo(progress));

        assertThat(restarted.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(restarted.revision()).isEqualTo(failed.revision());
        assertThat(restarted.reassessed()).isEqualTo(3);
        assertThat(restarted.companies()).isEqualTo(COMPANIES);
        assertThat(progress).startsWith("assess: 1 of 4 chunks", "assess: 3 companies");
        assertThat(home.strings("select company from touched order by company")).isEqualTo(companies.subList(3, 6));
        assertThat(home.lines("ranking.csv")).hasSize(COMPANIES - COMPANIES / 3);
        assertThat(home.lines("problems.csv"))
                .filteredOn(line -> line.contains(",error,"))
                .hasSize(COMPANIES / 3);
        assertThat(home.output("ranking.csv")).isEqualTo(before.get("ranking.csv"));
    }

    @Test
    void survivesTheLossOfAllConnections() throws Exception {
        home.run();
        SortedMap<String, String> undisturbed = home.outputs();
        home.write(
                "tables.csv",
                Files.readString(home.inbox().resolve("tables.csv")).replace("Д1 п. 3", "Д1 п. 4"));
        // The second chunk that is done, and the second submission, cut off everybody, their own transaction included.
        cutOffAt("update", "chunk", "not deferrable");
        cutOffAt("insert", "submission", "not deferrable");

        RunSummary summary = home.run();

        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        for (String file : List.of("ranking.csv", "ranking.json", "problems.csv")) {
            assertThat(home.output(file)).isEqualTo(undisturbed.get(file));
        }
        assertThat(home.strings(
                        "select (last_value > 2)::text from cut_chunk union all select (last_value > 2)::text from"
                                + " cut_submission"))
                .containsExactly("true", "true");
    }

    @Test
    void survivesTheLossOfACommitOfTheJobRepository() throws Exception {
        home.run();
        SortedMap<String, String> undisturbed = home.outputs();
        home.write(
                "tables.csv",
                Files.readString(home.inbox().resolve("tables.csv")).replace("Д1 п. 3", "Д1 п. 4"));
        for (String table : List.of("batch_step_execution", "batch_job_execution")) {
            // Not before the commit: by then the version in memory has been counted up.
            cutOffAt("update", table, "deferrable initially deferred");
        }

        RunSummary summary = home.run();

        assertThat(summary.messages()).isEmpty();
        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        for (String file : List.of("ranking.csv", "ranking.json", "problems.csv")) {
            assertThat(home.output(file)).isEqualTo(undisturbed.get(file));
        }
        assertThat(home.strings(
                        "select (last_value >= 2)::text from cut_batch_step_execution union all select (last_value >="
                                + " 2)::text from cut_batch_job_execution"))
                .containsExactly("true", "true");
    }

    @Test
    void keepsNothingOfAChunkThatFailsWhenPiecesOfItAreStored() throws Exception {
        home.chunkSize(100);
        writeLongNotes();
        home.execute("create sequence piece");
        home.execute("create function count_piece() returns trigger language plpgsql as 'begin perform"
                + " nextval(''piece''); return null; end'");
        home.execute("create trigger count_piece after insert on evidence for each statement execute function"
                + " count_piece()");
        failFor(companies.get(11));

        RunSummary failed = home.run();

        assertThat(failed.failedChunks()).isEqualTo(1);
        assertThat(home.strings("select (last_value >= 2)::text from piece")).containsExactly("true");
        assertThat(home.strings("select company from evidence union all select company from submission union all"
                        + " select company from assessment union all select company from problem"))
                .isEmpty();

        home.execute("drop trigger fail on submission");
        RunSummary mended = home.run();

        assertThat(mended.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        for (String table : List.of("evidence", "submission", "assessment")) {
            assertThat(home.strings("select company from " + table + " order by company"))
                    .containsExactlyElementsOf(companies);
        }
        assertThat(home.lines("ranking.csv")).hasSize(COMPANIES - COMPANIES / 3);
    }

    /** A quarter of a megabyte for each company that cannot be packed into less. */
    private void writeLongNotes() {
        Random random = new Random(1);
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        for (int i = 0; i < COMPANIES; i++) {
            TableText table = TableText.of(companies.get(i)).score(1, 4, i % 3 == 0 ? "7" : "0", "");
            for (int criterion = 1; criterion <= 50; criterion++) {
                table.with(criterion, "c3_note", letters(random, 5_000));
            }
            tables.append(table.lines());
        }
        home.write("tables.csv", tables.toString());
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void ranksNothingWhereAnOutcomeIsLost() throws Exception {
        home.execute("create function lose() returns trigger language plpgsql as 'begin if new.company = ''"
                + companies.get(7) + "'' then new.total = null; end if; return new; end'");
        home.execute("create trigger lose before insert on submission for each row execute function lose()");

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(summary.messages())
                .containsExactly(
                        "The run failed: 12 companies planned, 12 of them to be assessed, 12 in chunks, 12 in done chunks,"
                                + " 12 outcomes of the planned records, 12 outcomes stored, 8 accepted, 7 results of"
                                + " accepted; chunks with a difference: [2 (" + companies.get(7) + "…)]",
                        "Nothing was ranked or published. Remove the cause, then rerun.");
        assertThat(Files.exists(home.out().resolve("manifest.json"))).isFalse();

        home.execute("drop trigger lose on submission");
        RunSummary mended = home.run();

        assertThat(mended.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(mended.reassessed()).isEqualTo(1);
        assertThat(home.lines("ranking.csv")).hasSize(COMPANIES - COMPANIES / 3);
    }

    @Test
    void replacesTheOutputsOfAnotherRevision() throws Exception {
        home.run();
        SortedMap<String, String> first = home.outputs();
        home.write(
                "companies.csv",
                Files.readString(home.inbox().resolve("companies.csv")).replace("Банки", "Связь"));
        home.run();
        SortedMap<String, String> second = home.outputs();
        for (var file : first.entrySet()) {
            Files.writeString(home.out().resolve(file.getKey()), file.getValue());
        }

        RunSummary summary = home.run();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(summary.messages())
                .containsExactly("The folder had the outputs of another revision or version; they were replaced");
        assertThat(home.outputs()).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void refusesASecondRunAndLeavesTheFirstOnesFilesAlone() throws Exception {
        JdbcCycleLocks locks = home.bean(JdbcCycleLocks.class);
        try (CycleLock first = locks.take(RatingHome.YEAR, "somebody@somewhere, process 1");
                Publication publication = Publication.begin(home.out())) {
            publication.newFile("ranking.csv").close();

            assertThatThrownBy(home::run)
                    .isInstanceOf(CycleBusyException.class)
                    .hasMessageStartingWith("Cycle 2025 is being run by somebody@somewhere, process 1 since ")
                    .hasMessageEndingWith("; wait until it ends, or see: mera status --year 2025");

            try (var aside = Files.walk(home.out())) {
                assertThat(aside.map(file -> Objects.toString(file.getFileName())))
                        .contains("ranking.csv");
            }
            assertThat(first.token()).isEqualTo(1);
        }
        assertThat(home.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void tellsTheCountsOfAnEarlierRevisionAsTheyWere() {
        home.run();
        RunStatus.Counts before = home.status().runs().get(0).counts();
        home.write(
                        "companies.csv",
                        "inn;name;industry;region;participation\n" + companies.get(1)
                                + ";Пример-1;Банки;Регион-01;заочный\n")
                .write("tables.csv", TableText.of(companies.get(1)).file())
                .write("documents.csv", TableText.DOCUMENTS);

        assertThat(home.run().ranked()).isEqualTo(1);
        assertThat(home.status().runs().get(1).counts()).isEqualTo(before);
        assertThat(home.status().runs().get(0).counts()).isEqualTo(new RunStatus.Counts(1, 1, 1, 0, 0, 1, 0));
    }

    /** A sequence counts on when its transaction is undone, so the second row ever is met once. */
    private void cutOffAt(String event, String table, String when) throws SQLException {
        home.execute("create sequence cut_" + table);
        home.execute(
                """
                create function cut_%1$s() returns trigger language plpgsql as $$
                begin
                    if nextval('cut_%1$s') = 2 then
                        perform pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid();
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return null;
                end $$
                """
                        .formatted(table));
        home.execute("create constraint trigger cut after " + event + " on " + table + " " + when
                + " for each row execute function cut_" + table + "()");
    }

    @Test
    void tellsARunThatGoesOnFromOneWhoseProcessIsGone() throws Exception {
        home.run();
        home.execute("update run set outcome = 'running', ended_at = null");

        RunStatus.Run gone = home.status().runs().get(0);
        assertThat(gone.state()).isEqualTo("INTERRUPTED");
        assertThat(gone.holder())
                .endsWith(", process " + ProcessHandle.current().pid());
        try (CycleLock held = home.bean(JdbcCycleLocks.class).take(RatingHome.YEAR, "somebody")) {
            assertThat(held.token()).isEqualTo(2);
            assertThat(home.status().runs().get(0).state()).isEqualTo("RUNNING");
        }
    }

    private RunStatus.FailedChunk failedChunk(int attempts, int runs, Since since) {
        return TwelveCompanies.failedChunk(companies, attempts, runs, since);
    }

    private static Progress tellingTo(List<String> lines) {
        return new Progress() {
            @Override
            public void goesOn(String step, int left, int all) {
                lines.add(step + ": " + left + " of " + all + " chunks");
            }

            @Override
            public void stepStarted(String step, long total, String unit) {
                lines.add(step + ": " + total + " " + unit);
            }

            @Override
            public void advanced(long by) {}

            @Override
            public void stepFinished(String step) {}
        };
    }

    private void failFor(String company) throws SQLException {
        home.execute("create function fail() returns trigger language plpgsql as 'begin if new.company = ''" + company
                + "'' then raise exception ''out of sorts''; end if; return new; end'");
        home.execute("create trigger fail before insert on submission for each row execute function fail()");
    }
}
