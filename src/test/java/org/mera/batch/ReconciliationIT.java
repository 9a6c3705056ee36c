package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mera.company.Inn;

/**
 * A row is lost, doubled or moved behind the program's back, in each of the tables that the sums are of: the run says so, names the chunk and
 * publishes nothing, and the next one puts it right.
 */
class ReconciliationIT {

    private static final int COMPANIES = 12;
    private static final int CHUNK = 3;
    private static final List<String> INNS = IntStream.range(0, COMPANIES)
            .mapToObj(i -> Inn.complete(Integer.toString(770_000_000 + i)))
            .toList();

    /** Accepted, in the third of the four chunks: number 2. */
    private static final String LOST = INNS.get(7);

    private static final String NOBODY = Inn.complete("780000000");

    private static SortedMap<String, String> undisturbed = new TreeMap<>();

    private final RatingHome home;

    ReconciliationIT(@TempDir Path folder) {
        home = new RatingHome(folder).chunkSize(CHUNK).threads(1);
    }

    /**
     * What is done to a table.
     *
     * @param when    the trigger's event
     * @param what    the trigger's body, in PL/pgSQL
     * @param message the sums, as the run tells them
     * @param again   companies assessed by the next run
     */
    private record Mischief(String name, String when, String what, String message, int again) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mischief> mischiefs() {
        return Stream.of(
                new Mischief(
                        "a result is lost",
                        "before insert on submission for each row",
                        "if new.company = '" + LOST + "' then new.total = null; end if; return new;",
                        sums(12, 12, 12, 12, 12, 12, 8, 7, "2 (" + LOST + "…)"),
                        1),
                new Mischief(
                        "an outcome is lost",
                        "after insert on submission for each row",
                        "delete from submission where company = '" + LOST + "'; return null;",
                        sums(12, 12, 12, 12, 11, 11, 7, 7, "2 (" + LOST + "…)"),
                        1),
                new Mischief(
                        "an outcome is doubled",
                        "after insert on submission for each row",
                        "if new.company = '" + LOST + "' and new.revision > 0 then insert into submission"
                                + " select (jsonb_populate_record(new, '{\"revision\": 0}')).*; end if; return null;",
                        sums(12, 12, 12, 12, 13, 13, 9, 9, "2 (" + LOST + "…)"),
                        1),
                new Mischief(
                        "an outcome is another company's",
                        "before insert on submission for each row",
                        "if new.company = '" + LOST + "' then new.company = '" + NOBODY + "'; end if; return new;",
                        sums(12, 12, 12, 12, 11, 12, 8, 8, "2 (" + LOST + "…), none (" + NOBODY + "…)"),
                        1),
                new Mischief(
                        "an outcome is nobody's",
                        "after insert on submission for each row",
                        "if new.company = '" + LOST + "' then insert into submission select"
                                + " (jsonb_populate_record(new, '{\"company\": \"" + NOBODY
                                + "\", \"status\": \"rejected\"}')).*; end if; return null;",
                        sums(12, 12, 12, 12, 12, 13, 8, 8, "none (" + NOBODY + "…)"),
                        0),
                new Mischief(
                        "an outcome is of other records",
                        "before insert on submission for each row",
                        "if new.company = '" + LOST + "' then new.fingerprint = '\\x00'; end if; return new;",
                        sums(12, 12, 12, 12, 11, 12, 8, 8, "2 (" + LOST + "…)"),
                        1),
                new Mischief(
                        "an outcome is none",
                        "before insert on submission for each row",
                        "if new.company = '" + LOST + "' then new.status = 'lost'; end if; return new;",
                        sums(12, 12, 12, 12, 11, 12, 7, 7, "2 (" + LOST + "…)"),
                        1),
                new Mischief(
                        "a done chunk is lost",
                        "after update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then delete from chunk where step = 'assess' and"
                                + " number = 2; end if; return null;",
                        sums(12, 12, 9, 9, 12, 12, 8, 8, "none (" + INNS.get(6) + "…)"),
                        0),
                new Mischief(
                        "a chunk is doubled",
                        "after update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then insert into chunk select"
                                + " (jsonb_populate_record(new, '{\"number\": 99}')).*; end if; return null;",
                        sums(12, 12, 15, 15, 12, 12, 8, 8, "2 (" + INNS.get(6) + "…), 99 (" + INNS.get(6) + "…)"),
                        0),
                new Mischief(
                        "a chunk does not stay done",
                        "before update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then new.state = 'waiting'; end if; return new;",
                        sums(12, 12, 12, 9, 12, 12, 8, 8, "2 (" + INNS.get(6) + "…)"),
                        0),
                new Mischief(
                        "a chunk is said to be larger",
                        "before update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then new.items = 4; end if; return new;",
                        sums(12, 12, 13, 13, 12, 12, 8, 8, "2 (" + INNS.get(6) + "…)"),
                        0),
                new Mischief(
                        "a planned company is lost",
                        "after update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then delete from planned_company where company = '"
                                + LOST + "'; end if; return null;",
                        sums(11, 11, 12, 12, 11, 12, 8, 8, "2 (" + INNS.get(6) + "…), none (" + LOST + "…)"),
                        1),
                new Mischief(
                        "a planned company is another one",
                        "after update on chunk for each row",
                        "if new.step = 'assess' and new.number = 2 then update planned_company set company = '" + NOBODY
                                + "' where company = '" + LOST + "'; end if; return null;",
                        sums(12, 12, 12, 12, 11, 12, 8, 8, "2 (" + INNS.get(6) + "…), none (" + LOST + "…)"),
                        1));
    }

    private static String sums(
            int planned,
            int due,
            int chunked,
            int done,
            int outcomes,
            int stored,
            int accepted,
            int results,
            String chunks) {
        return "The run failed: " + planned + " companies planned, " + due + " of them to be assessed, " + chunked
                + " in chunks, " + done + " in done chunks, " + outcomes + " outcomes of the planned records, " + stored
                + " outcomes stored, " + accepted + " accepted, " + results
                + " results of accepted; chunks with a difference: [" + chunks + "]";
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path folder) {
        try (RatingHome home = new RatingHome(folder)) {
            fill(home);
            assertThat(home.run().ranked()).isEqualTo(8);
            undisturbed = results(home);
        }
    }

    @BeforeEach
    void fillInbox() {
        fill(home);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static void fill(RatingHome home) {
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < COMPANIES; i++) {
            register.append(INNS.get(i)).append(";Пример-").append(i).append(";Банки;Регион-01;заочный\n");
            tables.append(TableText.of(INNS.get(i))
                    .score(i + 1, 3, "1", "Д1 п. 3")
                    .score(1, 4, i % 3 == 0 ? "7" : "0", "")
                    .lines());
            documents.append(TableText.localAct(INNS.get(i), "Д1"));
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }

    @ParameterizedTest
    @MethodSource("mischiefs")
    void failsAndPutsItRightInTheNextRun(Mischief mischief) throws SQLException {
        home.execute("create function mischief() returns trigger language plpgsql as $$ begin " + mischief.what()
                + " end $$");
        home.execute("create trigger mischief " + mischief.when() + " execute function mischief()");

        RunSummary failed = home.run();

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.messages().get(0)).isEqualTo(mischief.message());
        assertThat(home.out().resolve("manifest.json")).doesNotExist();
        assertThat(home.out().resolve("ranking.csv")).doesNotExist();

        home.execute("drop function mischief() cascade");
        RunSummary again = home.run();

        assertThat(again.messages()).isEmpty();
        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.reassessed()).isEqualTo(mischief.again());
        assertThat(results(home)).isEqualTo(undisturbed);
        assertThat(home.strings("select company from submission where superseded_by is null order by company"))
                .isEqualTo(INNS);
    }

    /** Each accepted company has one place: here the register names one of them twice, once all have been assessed. */
    @Test
    void failsWhereACompanyWouldHaveTwoPlaces() throws SQLException {
        home.execute("create function mischief() returns trigger language plpgsql as $$ begin"
                + " if (select count(*) from chunk where step = 'assess' and state = 'done') = 4 then"
                + " insert into register_entry select * from register_entry where company = '" + LOST
                + "'; end if; return null; end $$");
        home.execute("create trigger mischief after update on chunk for each row execute function mischief()");

        RunSummary failed = home.run();

        assertThat(failed.outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(failed.messages().get(0))
                .isEqualTo("The run failed: " + LOST + " stands twice among the companies to rank");
        assertThat(home.out().resolve("ranking.csv")).doesNotExist();
    }

    /** {@return what two homes have in common if all went well} The manifest tells the revision besides. */
    private static SortedMap<String, String> results(RatingHome home) {
        SortedMap<String, String> results = new TreeMap<>(home.outputs());
        results.computeIfPresent("manifest.json", (name, text) -> text.replaceFirst("\"revision\": *\\d+", ""));
        assertThat(results).containsKeys("manifest.json", "ranking.csv", "returns/" + INNS.get(0) + ".csv");
        return results;
    }
}
