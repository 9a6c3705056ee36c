package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file is read when its bytes are new, and what nobody needs any more is cleared away. */
class StoredScansIT {

    private static final String FIRST = "7707083893";
    private static final String SECOND = "7736050003";
    private static final String REGISTER = "inn;name;industry;region;participation\n" + FIRST
            + ";Пример-001;Банки;Регион-01;очный\n" + SECOND + ";Пример-002;Энергетика;Регион-02;заочный\n";

    private final RatingHome home;
    private final Map<String, Long> totals = new TreeMap<>();

    StoredScansIT(@TempDir Path folder) {
        home = new RatingHome(folder)
                .write("companies.csv", REGISTER)
                .write("a.csv", TableText.of(FIRST).file())
                .write("b.csv", TableText.of(SECOND).file())
                .chunkSize(1);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void readsOnlyWhatHasNewBytes() throws Exception {
        run();
        assertThat(totals).containsEntry("discover", 2L);
        List<String> before =
                strings("select scan_id from inventory where file in ('a.csv', 'companies.csv') order by file");

        home.write("b.csv", TableText.of(SECOND).with(1, "c3", "0,5").file());
        run();

        assertThat(totals).containsEntry("discover", 1L);
        assertThat(
                        strings(
                                "select scan_id from inventory where file in ('a.csv', 'companies.csv') and revision = 2 order by file"))
                .isEqualTo(before);
    }

    @Test
    void readsNothingOfFilesThatHaveOtherNamesOnly() throws Exception {
        run();
        String before = home.output("ranking.csv");
        Files.move(home.inbox().resolve("a.csv"), home.inbox().resolve("z.csv"));
        Files.move(home.inbox().resolve("companies.csv"), home.inbox().resolve("y.csv"));

        RunSummary summary = run();

        assertThat(totals).containsEntry("discover", 0L);
        assertThat(summary.revision()).isEqualTo(2);
        assertThat(summary.reassessed()).isZero();
        assertThat(home.output("ranking.csv")).isEqualTo(before);
        assertThat(home.output("ranking.json")).contains("\"z.csv\"").doesNotContain("\"a.csv\"");
    }

    @Test
    void readsAfterAFailureOnlyWhatWasNotRead() throws Exception {
        Files.createSymbolicLink(home.inbox().resolve("c.csv"), home.inbox().resolve("nowhere"));
        assertThat(run().outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(totals).containsEntry("discover", 3L);

        Files.delete(home.inbox().resolve("c.csv"));
        RunSummary again = run();

        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(totals).containsEntry("discover", 0L);
        assertThat(again.ranked()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void waitsForNoPipe() throws Exception {
        home.write("empty.csv", "");
        new ProcessBuilder("mkfifo", home.inbox().resolve("pipe.csv").toString())
                .start()
                .waitFor();

        RunSummary first = run();
        RunSummary second = run();

        assertThat(first.causes())
                .containsExactly("unreadable-file: " + home.inbox().resolve("pipe.csv") + ": not a regular file");
        assertThat(second.causes()).isEqualTo(first.causes());
    }

    @Test
    void keepsTwoFilesOfTheSameBytesApart() throws Exception {
        home.write(
                "d.csv", TableText.DOCUMENTS + TableText.localAct(FIRST, "Д1").replace(";17;", ";;"));
        run();
        home.write("e.csv", Files.readAllBytes(home.inbox().resolve("d.csv")))
                .write("c.csv", Files.readAllBytes(home.inbox().resolve("a.csv")));

        RunSummary summary = run();

        assertThat(totals).containsEntry("discover", 0L);
        assertThat(summary.reassessed()).isEqualTo(1);
        assertThat(home.lines("problems.csv"))
                .anyMatch(line -> line.startsWith("c.csv,2," + FIRST + ",,,error,duplicate-submission,")
                        && line.contains("a.csv, строка 2, и c.csv, строка 2"))
                .anyMatch(line -> line.startsWith("d.csv,2," + FIRST + ",,number,warning,incomplete-requisites,"));
        assertThat(strings("select count(distinct scan_id) from inventory where file in ('d.csv', 'e.csv')"))
                .containsExactly("1");
    }

    @Test
    void clearsAwayWhatOnlyEarlierRevisionsNeeded() throws Exception {
        run();
        home.write("b.csv", TableText.of(SECOND).with(1, "c3", "2").file());
        run();
        home.write("a.csv", TableText.HEADER);
        run();

        assertThat(strings("select distinct revision from planned_company")).containsExactly("3");
        assertThat(strings("select distinct revision from ranked_company")).isEmpty();
        assertThat(strings("select revision || ' ' || file from inventory order by 1"))
                .containsExactly("3 a.csv", "3 b.csv", "3 companies.csv");
        for (String table : List.of("file_range", "register_entry", "mention", "scan_problem")) {
            assertThat(strings(
                            "select scan_id from " + table + " where scan_id not in (select scan_id from inventory)"))
                    .isEmpty();
        }
        assertThat(strings("select count(*) from file_scan")).containsExactly("3");
        assertThat(strings("select company || ' ' || revision || ' ' || coalesce(superseded_by::text, 'current')"
                        + " from submission order by 1"))
                .containsExactly(FIRST + " 1 3", FIRST + " 3 current", SECOND + " 1 2", SECOND + " 2 current");
        assertThat(home.status().runs())
                .extracting(RunStatus.Run::counts)
                .containsExactly(
                        new RunStatus.Counts(2, 1, 0, 1, 0, 0, 0),
                        new RunStatus.Counts(2, 2, 1, 1, 0, 1, 0),
                        new RunStatus.Counts(2, 2, 2, 0, 0, 2, 0));
    }

    @Test
    void keepsWhatThePublishedRevisionNeedsWhereALaterOneFails() throws Exception {
        run();
        String json = home.output("ranking.json");
        home.write("b.csv", TableText.of(SECOND).with(1, "c3", "2").file());
        Files.createSymbolicLink(home.inbox().resolve("c.csv"), home.inbox().resolve("nowhere"));
        assertThat(run().outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(strings("select count(*) from inventory where revision = 1")).containsExactly("3");

        Files.delete(home.inbox().resolve("c.csv"));
        home.write("b.csv", TableText.of(SECOND).file());
        RunSummary back = run();

        assertThat(back.revision()).isEqualTo(3);
        assertThat(back.reassessed()).isZero();
        assertThat(totals).containsEntry("discover", 0L);
        assertThat(home.output("ranking.json")).isEqualTo(json);
    }

    private RunSummary run() {
        totals.clear();
        return home.run(new Progress() {
            @Override
            public void stepStarted(String step, long total, String unit) {
                totals.put(step, total);
            }

            @Override
            public void advanced(long by) {}

            @Override
            public void stepFinished(String step) {}
        });
    }

    private List<String> strings(String sql) throws SQLException, IOException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
