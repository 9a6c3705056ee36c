package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.RunStatus;
import org.mera.cli.Console.Result;

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
                        Rating of 2025, revision 2: STARTED, begun 2026-11-22 07:15:00
                          discover   COMPLETED  40 files
                          assess     STARTED    1,000 of 12,345 companies
                          rank       STARTING
                          failed chunk 3 of assess (100 companies from 7707083893 on, 5 attempts): the server is gone
                        Rating of 2025, revision 1: COMPLETED, begun 2026-11-21 07:15:00, ended 2026-11-21 07:16:01
                          registered 40, handed in 39, accepted 33, rejected 6, warned 7, ranked 33
                        """,
                        ""));
        assertThat(capabilities.asked).containsExactly(home, "null", "closed");
    }

    @Test
    void writesJson() {
        capabilities.status = status();

        Result result = console.run("status", "--home", home.toString(), "--json", "--year", "2025");

        assertThat(result.out().replaceAll("\\s+", ""))
                .isEqualTo(
                        """
                        {"runs":[{"year":2025,"revision":2,"state":"STARTED","started":"2026-11-22T04:15:00Z","ended":null,
                        "steps":[{"name":"discover","state":"COMPLETED","done":40,"total":0,"unit":"files"},
                        {"name":"assess","state":"STARTED","done":1000,"total":12345,"unit":"companies"},
                        {"name":"rank","state":"STARTING","done":0,"total":0,"unit":""}],
                        "failedChunks":[{"chunk":3,"step":"assess","companies":100,"first":"7707083893","attempts":5,"cause":"theserverisgone"}],
                        "counts":null},
                        {"year":2025,"revision":1,"state":"COMPLETED","started":"2026-11-21T04:15:00Z","ended":"2026-11-21T04:16:01Z",
                        "steps":[],"failedChunks":[],
                        "counts":{"registered":40,"handedIn":39,"accepted":33,"rejected":6,"warned":7,"ranked":33}}]}
                        """
                                .replaceAll("\\s+", ""));
        assertThat(capabilities.asked).containsExactly(home, "2025", "closed");
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
                        2025,
                        2,
                        "STARTED",
                        Instant.parse("2026-11-22T04:15:00Z"),
                        null,
                        List.of(
                                new RunStatus.Step("discover", "COMPLETED", 40, 0, "files"),
                                new RunStatus.Step("assess", "STARTED", 1000, 12_345, "companies"),
                                new RunStatus.Step("rank", "STARTING", 0, 0, "")),
                        List.of(new RunStatus.FailedChunk(3, "assess", 100, "7707083893", 5, "the server is gone")),
                        null),
                new RunStatus.Run(
                        2025,
                        1,
                        "COMPLETED",
                        Instant.parse("2026-11-21T04:15:00Z"),
                        Instant.parse("2026-11-21T04:16:01Z"),
                        List.of(),
                        List.of(),
                        new RunStatus.Counts(40, 39, 33, 6, 7, 33))));
    }
}
