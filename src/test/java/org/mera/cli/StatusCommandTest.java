package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.RunStatus;
import org.mera.batch.RunStatus.FailedChunk;
import org.mera.cli.Console.Result;
import org.mera.cycle.ChunkFailure.Since;

final class StatusCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    @Test
    void showsRunsWithStepsAndFailedChunks() {
        capabilities.status = status();

        assertThat(console.run("status", "--home", home.toString()))
                .isEqualTo(new Result(
                        0,
                        """
                        Rating of 2025: RUNNING, begun 2026-11-22 08:15:00, by root@office, process 9
                        Rating of 2025, revision 2: FAILED, begun 2026-11-22 07:15:00, ended 2026-11-22 07:16:00, by root@office, process 8
                          discover   COMPLETED  40 of 41 files
                          assess     FAILED     1,000 of 12,345 companies
                          rank       STARTING
                          failed chunk 0 of discover (1 file, b.csv; 6 attempts in 2 runs, last 2026-11-22 07:15:30): it changed during the run (b.csv)
                          failed chunk 3 of assess (100 companies, 7707083893 to 7736050003; 1 attempt, 2026-11-22 07:15:40): the server is gone
                          1 chunk failed in this run and has been done since
                          2 chunks failed in this run and again in a later one
                          1 chunk failed in this run; a newer revision took its place
                        Rating of 2025, revision 1: FAILED, begun 2026-11-21 08:15:00, ended 2026-11-21 08:16:01, by root@office, process 7
                          cause: the process ended in the middle
                        Rating of 2025, revision 1: COMPLETED, begun 2026-11-21 07:15:00, ended 2026-11-21 07:16:01, by root@office, process 7
                          registered 40, handed in 39, accepted 33, rejected 6, warned 7, ranked 33, withdrawn 2
                          reports: printed 12 of 34
                          approved: edition 1, protocol № 3 от 12.03.2026, on 2026-03-13; opened again: ошибка в таблице
                        """,
                        ""));
        assertThat(capabilities.asked).containsExactly(home, "null", "closed");
    }

    @Test
    void saysHowToGoOnAfterAReopening() {
        RunStatus all = status();
        capabilities.status = new RunStatus(
                all.runs().subList(all.runs().size() - 1, all.runs().size()));

        assertThat(console.run("status", "--home", home.toString()).out())
                .endsWith("; opened again: ошибка в таблице\n  to go on: mera rerun --year 2025 --home " + home + "\n");
    }

    @Test
    void writesJson() {
        capabilities.status = status();

        Result result = console.run("status", "--home", home.toString(), "--json", "--year", "2025");

        assertThat(result.out().replaceAll("\\s+", ""))
                .isEqualTo(
                        """
                        {"runs":[{"id":9,"year":2025,"revision":null,"state":"RUNNING","holder":"root@office,process9",
                        "started":"2026-11-22T05:15:00Z","ended":null,"message":"","steps":[],"failedChunks":[],"pastFailures":[],"counts":null,"reports":null,"approval":null,"log":""},
                        {"id":8,"year":2025,"revision":2,"state":"FAILED","holder":"root@office,process8",
                        "started":"2026-11-22T04:15:00Z","ended":"2026-11-22T04:16:00Z","message":"theserverisgone",
                        "steps":[{"name":"discover","state":"COMPLETED","done":40,"total":41,"unit":"files"},
                        {"name":"assess","state":"FAILED","done":1000,"total":12345,"unit":"companies"},
                        {"name":"rank","state":"STARTING","done":0,"total":0,"unit":""}],
                        "failedChunks":[
                        {"step":"discover","chunk":0,"items":1,"unit":"files","first":"b.csv","last":"b.csv","file":"b.csv",
                        "cause":"itchangedduringtherun","attempts":6,"runs":2,"time":"2026-11-22T04:15:30Z","since":"FAILED"},
                        {"step":"assess","chunk":3,"items":100,"unit":"companies","first":"7707083893","last":"7736050003","file":"",
                        "cause":"theserverisgone","attempts":1,"runs":1,"time":"2026-11-22T04:15:40Z","since":"FAILED"}],
                        "pastFailures":[
                        {"step":"assess","chunk":4,"items":100,"unit":"companies","first":"7707083893","last":"7736050003","file":"",
                        "cause":"theserverisgone","attempts":1,"runs":1,"time":"2026-11-22T04:15:40Z","since":"DONE"},
                        {"step":"assess","chunk":5,"items":100,"unit":"companies","first":"7707083893","last":"7736050003","file":"",
                        "cause":"theserverisgone","attempts":1,"runs":1,"time":"2026-11-22T04:15:40Z","since":"FAILED_AGAIN"},
                        {"step":"assess","chunk":6,"items":100,"unit":"companies","first":"7707083893","last":"7736050003","file":"",
                        "cause":"theserverisgone","attempts":1,"runs":1,"time":"2026-11-22T04:15:40Z","since":"FAILED_AGAIN"},
                        {"step":"assess","chunk":7,"items":100,"unit":"companies","first":"7707083893","last":"7736050003","file":"",
                        "cause":"theserverisgone","attempts":1,"runs":1,"time":"2026-11-22T04:15:40Z","since":"REPLACED"}],
                        "counts":null,"reports":null,"approval":null,"log":""},
                        {"id":7,"year":2025,"revision":1,"state":"FAILED","holder":"root@office,process7",
                        "started":"2026-11-21T05:15:00Z","ended":"2026-11-21T05:16:01Z","message":"theprocessendedinthemiddle",
                        "steps":[],"failedChunks":[],"pastFailures":[],"counts":null,"reports":null,"approval":null,"log":""},
                        {"id":6,"year":2025,"revision":1,"state":"COMPLETED","holder":"root@office,process7",
                        "started":"2026-11-21T04:15:00Z","ended":"2026-11-21T04:16:01Z","message":"",
                        "steps":[],"failedChunks":[],"pastFailures":[],
                        "counts":{"registered":40,"handedIn":39,"accepted":33,"rejected":6,"warned":7,"ranked":33,"withdrawn":2},"reports":{"printed":12,"reports":34},
                        "approval":{"edition":1,"protocol":"№3от12.03.2026","date":"2026-03-13","reopened":"ошибкавтаблице"},"log":""}]}
                        """
                                .replaceAll("\\s+", ""));
        assertThat(capabilities.asked).containsExactly(home, "2025", "closed");
    }

    @Test
    void saysHowToGoOnWithTheNewestRun() {
        capabilities.status = new RunStatus(List.of(interrupted(2026), failed(), interrupted(2025)));

        assertThat(console.run("status", "--home", home.toString())
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("  to go on: ")))
                .containsExactly(
                        "  to go on: mera rerun --year 2026 --home " + ShellWord.of(home.toString()),
                        "  to go on: mera rerun --year 2025 --home " + ShellWord.of(home.toString()));
    }

    private static RunStatus.Run interrupted(int year) {
        return new RunStatus.Run(
                5,
                year,
                1,
                "INTERRUPTED",
                "root@office, process 5",
                Instant.parse("2026-11-20T04:15:00Z"),
                null,
                "",
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "");
    }

    @Test
    void makesNoHomeToAnswerThatThereWasNoRun() {
        assertThat(console.run("status", "--home", home.resolve("none").toString()))
                .isEqualTo(new Result(0, "No runs yet.\n", ""));
        assertThat(capabilities.asked).isEmpty();
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void asksAnExternalServerWithoutAHome() {
        console.with("MERA_DATABASE_URL", "jdbc:postgresql://db.example/mera")
                .run("status", "--home", home.resolve("none").toString());

        assertThat(capabilities.asked).containsExactly(home.resolve("none"), "null", "closed");
    }

    private static RunStatus status() {
        return new RunStatus(List.of(
                new RunStatus.Run(
                        9,
                        2025,
                        null,
                        "RUNNING",
                        "root@office, process 9",
                        Instant.parse("2026-11-22T05:15:00Z"),
                        null,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        ""),
                failed(),
                new RunStatus.Run(
                        7,
                        2025,
                        1,
                        "FAILED",
                        "root@office, process 7",
                        Instant.parse("2026-11-21T05:15:00Z"),
                        Instant.parse("2026-11-21T05:16:01Z"),
                        "the process ended in the middle",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        ""),
                new RunStatus.Run(
                        6,
                        2025,
                        1,
                        "COMPLETED",
                        "root@office, process 7",
                        Instant.parse("2026-11-21T04:15:00Z"),
                        Instant.parse("2026-11-21T04:16:01Z"),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        new RunStatus.Counts(40, 39, 33, 6, 7, 33, 2),
                        new RunStatus.Reports(12, 34),
                        new RunStatus.Approval(1, "№ 3 от 12.03.2026", LocalDate.of(2026, 3, 13), "ошибка в таблице"),
                        "")));
    }

    private static RunStatus.Run failed() {
        return new RunStatus.Run(
                8,
                2025,
                2,
                "FAILED",
                "root@office, process 8",
                Instant.parse("2026-11-22T04:15:00Z"),
                Instant.parse("2026-11-22T04:16:00Z"),
                "the server is gone",
                List.of(
                        new RunStatus.Step("discover", "COMPLETED", 40, 41, "files"),
                        new RunStatus.Step("assess", "FAILED", 1000, 12_345, "companies"),
                        new RunStatus.Step("rank", "STARTING", 0, 0, "")),
                List.of(
                        new FailedChunk(
                                "discover",
                                0,
                                1,
                                "files",
                                "b.csv",
                                "b.csv",
                                "b.csv",
                                "it changed during the run",
                                6,
                                2,
                                Instant.parse("2026-11-22T04:15:30Z"),
                                Since.FAILED),
                        FakeCapabilities.failedChunk(3, Since.FAILED)),
                List.of(
                        FakeCapabilities.failedChunk(4, Since.DONE),
                        FakeCapabilities.failedChunk(5, Since.FAILED_AGAIN),
                        FakeCapabilities.failedChunk(6, Since.FAILED_AGAIN),
                        FakeCapabilities.failedChunk(7, Since.REPLACED)),
                null,
                null,
                null,
                "");
    }
}
