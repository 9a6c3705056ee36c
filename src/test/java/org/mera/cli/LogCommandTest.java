package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.audit.AuditEntry;
import org.mera.audit.MissingEntry;
import org.mera.cli.Console.Result;

final class LogCommandTest {

    private static final Instant AT = Instant.parse("2026-11-22T04:15:40.123456Z");
    private static final AuditEntry OF_HOME =
            AuditEntry.next(null, 0, AT, "root@office", "import-history", "history.csv", "", "2 rankings");
    private static final AuditEntry FIRST = AuditEntry.next(
            null,
            2025,
            AT,
            "root@office",
            "decide",
            "d.csv\nSHA-256 1f",
            "7707083893 7/5 0.5; 7707083893 class —",
            "7707083893 7/5 1.0 (protocol № 3 of 2026-03-12: два;; слова\u001b[2J); 7707083893 class A (protocol № 4 of 2026-03-13: x)");
    private static final AuditEntry SECOND =
            AuditEntry.next(FIRST, 2025, AT, "anna@office", "run", "run 1", "", "begun");

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    @Test
    void printsTheEntriesAndThatTheirChainsAreSound() {
        capabilities.entries = List.of(OF_HOME, FIRST, SECOND);

        assertThat(console.run("log", "--home", home.toString()))
                .isEqualTo(new Result(
                        0,
                        """
                        home no. 1  2026-11-22 07:15:40  root@office  import-history: history.csv: 2 rankings
                        2025 no. 1  2026-11-22 07:15:40  root@office  decide: d.csv SHA-256 1f
                            7707083893, criterion 7, column 5: 0.5 → 1.0, protocol № 3 of 2026-03-12: два; слова [2J
                            7707083893, class: none → A, protocol № 4 of 2026-03-13: x
                        2025 no. 2  2026-11-22 07:15:40  anna@office  run: run 1: begun
                        The chain of home is sound: 1 entry, last SHA-256 %s
                        The chain of 2025 is sound: 2 entries, last SHA-256 %s
                        """
                                .formatted(OF_HOME.sha256(), SECOND.sha256()),
                        ""));
        assertThat(capabilities.asked).containsExactly(home, "log of null", "closed");
    }

    @Test
    void namesTheEntriesWhereTheChainIsBroken() {
        AuditEntry changed = new AuditEntry(
                2025, 1, AT, "root@office", "decide", "d.csv", "0.5", "0.0", FIRST.previousSha256(), FIRST.sha256());
        capabilities.entries = List.of(changed, SECOND);

        Result result = console.run("log", "--home", home.toString(), "--year", "2025");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines()).hasSize(2);
        assertThat(result.err())
                .isEqualTo("entry 1 of 2025 is not what was written, or the one before it is missing: "
                        + "the log was tampered with\n");
        assertThat(capabilities.asked).containsExactly(home, "log of 2025", "closed");
    }

    @Test
    void tellsWhatWasCutOffAtTheEnd() {
        capabilities.missing = List.of(
                new MissingEntry(2025, "committee act 7 (decide, by anna@office)"),
                new MissingEntry(2025, "the end of run 3"));
        String told = "the log of 2025 lacks an entry: committee act 7 (decide, by anna@office) has none:"
                + " the log was tampered with\n"
                + "the log of 2025 lacks an entry: the end of run 3 has none: the log was tampered with\n";

        assertThat(console.run("log", "--home", home.toString())).isEqualTo(new Result(1, "", told));

        capabilities.entries = List.of(FIRST, SECOND);
        Result result = console.run("log", "--home", home.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines()).hasSize(4);
        assertThat(result.err()).isEqualTo(told);
    }

    @Test
    void saysThatNothingIsLogged() {
        assertThat(console.run("log", "--home", home.toString()))
                .isEqualTo(new Result(0, "Nothing is logged yet.\n", ""));
        assertThat(console.run("log", "--home", home.resolve("none").toString(), "--year", "2025"))
                .isEqualTo(new Result(0, "Nothing is logged of 2025.\n", ""));
    }
}
