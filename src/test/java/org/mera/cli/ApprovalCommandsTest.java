package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.NotApprovableException;
import org.mera.batch.NotAsApprovedException;
import org.mera.batch.RunBrokenOffException;
import org.mera.batch.RunSummary;
import org.mera.cli.Console.Result;
import org.mera.committee.Verification;
import org.mera.cycle.CycleException;
import org.mera.seal.Difference;
import org.mera.seal.Proof;

/** Approve, reopen and verify. */
final class ApprovalCommandsTest {

    private static final String HASH = "5ca1ab1e".repeat(8);

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);
    private final String home;

    ApprovalCommandsTest(@TempDir Path folder) {
        this.home = folder.toString();
    }

    @Test
    void approvesAndNamesWhatIsOpenStill() {
        capabilities.open = List.of(
                new Verification(
                        "7707083893", 7, "5", "Покажите приказ", "", Verification.Outcome.OPEN, "Иванова", null),
                new Verification(
                        "7736050003",
                        null,
                        "",
                        "Кто подписал?",
                        "",
                        Verification.Outcome.OPEN,
                        "Иванова",
                        LocalDate.EPOCH));

        Result result = approve(" № 3 от 12.03.2026 ");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .endsWith(
                        """
                        2 verifications are open still:
                          7707083893, criterion 7, column 5: Покажите приказ
                          7736050003: Кто подписал?
                        Approved: edition 2, protocol № 3 от 12.03.2026
                        SHA-256 of the manifest, for the protocol: %s
                        """
                                .formatted(HASH));
        assertThat(capabilities.asked).contains("approval of 2025 by № 3 от 12.03.2026");
    }

    @Test
    void saysThatItIsApprovedAlready() {
        capabilities.before = HASH;

        Result result = approve("№ 3");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .endsWith(
                        """
                        Already approved: edition 2, protocol № 3
                        SHA-256 of the manifest, for the protocol: %s
                        """
                                .formatted(HASH))
                .doesNotContain("ATTENTION");
    }

    @Test
    void saysLoudlyThatTheManifestIsAnotherOne() {
        capabilities.before = "0".repeat(64);

        assertThat(approve("№ 3").out())
                .endsWith(
                        """
                        Already approved: edition 2, protocol № 3
                        ATTENTION: what was restored is not byte for byte what was approved: another version of Mera or of Java has written it. Note the new SHA-256 of the manifest beside the old one:
                          old: %1$s
                          new: %2$s
                        SHA-256 of the manifest, for the protocol: %2$s
                        """
                                .formatted("0".repeat(64), HASH));
    }

    @Test
    void namesEverythingThatStandsAgainstAnApproval() {
        capabilities.running = new NotApprovableException(2025, List.of("a.csv has changed", "7707083893 is rejected"));

        assertThat(approve("№ 3"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                """
                          a.csv has changed
                          7707083893 is rejected
                        mera approve: the cycle of 2025 cannot be approved for 2 reasons; nothing was changed
                        """));
    }

    @Test
    void goesOnWithAnApprovalThatFailed() {
        capabilities.summary =
                FakeCapabilities.summary(RunSummary.Outcome.FAILED, List.of(), List.of("the disk is full"), List.of());
        String again = "mera approve --home " + home + " --year 2025 --protocol '№ 3'\n";

        Result failed = approve("№ 3");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).isEqualTo("The run failed (the disk is full); to go on where it failed: " + again);
        assertThat(failed.out()).doesNotContain("Approved");

        capabilities.running = new RunBrokenOffException(2025, new CycleException("Something is amiss"));
        assertThat(approve("№ 3").err())
                .isEqualTo("mera approve: Something is amiss\nTo go on where it failed: " + again);
    }

    @Test
    void namesTheNextStepWhereTheSameAgainWouldFailAgain() {
        capabilities.running = new RunBrokenOffException(
                2025, NotAsApprovedException.notRestorable("the inbox has changed, the cutoff has changed"));
        assertThat(approve("№ 3").err())
                .isEqualTo("mera approve: The approved outputs cannot be restored, as the inbox has changed, the cutoff"
                        + " has changed since; put that back as it was and approve again, and they are\n"
                        + "To open the cycle for another edition instead: mera reopen --year 2025 --reason TEXT --home "
                        + home + "\n");

        capabilities.running = new RunBrokenOffException(2025, NotAsApprovedException.changedMeanwhile());
        assertThat(approve("№ 3").err())
                .isEqualTo("mera approve: The inbox was changed meanwhile; nothing was approved\n"
                        + "To look at the result before it is approved: mera rerun --year 2025 --home " + home + "\n");
    }

    @Test
    void repeatsTheHomeInWhatItAdvises() {
        capabilities.running = new NotApprovableException(
                2025,
                List.of(
                        "a.csv has changed since revision 1; mera rerun --year 2025",
                        "mera reopen --year 2025 --reason …"));

        assertThat(approve("№ 3").err())
                .startsWith("  a.csv has changed since revision 1; mera rerun --year 2025 --home " + home + "\n"
                        + "  mera reopen --year 2025 --home " + home + " --reason …\n");
    }

    @Test
    void refusesInALineWhatIsApproved() {
        capabilities.running = new CycleException("The cycle of 2025 is approved (№ 3)");

        assertThat(approve("№ 4")).isEqualTo(new Result(2, "", "mera approve: The cycle of 2025 is approved (№ 3)\n"));
    }

    @Test
    void opensACycleAgain() {
        assertThat(console.run("reopen", "--home", home, "--year", "2025", "--reason", "опечатка"))
                .isEqualTo(new Result(
                        0,
                        """
                        The cycle of 2025 is open again. Edition 1 (protocol № 3) is kept in out/2025/editions/1
                        To publish edition 2, preliminary: mera rerun --year 2025 --home %s
                        """
                                .formatted(home),
                        ""));
        assertThat(capabilities.asked).contains("reopening of 2025: опечатка");
    }

    @Test
    void saysWhatIsDamagedWhereACycleIsOpenedAgainAllTheSame() {
        capabilities.damaged = List.of("ranking.csv: damaged", "sealed/log.csv: missing");

        assertThat(console.run("reopen", "--home", home, "--year", "2025", "--reason", "опечатка"))
                .isEqualTo(new Result(
                        0,
                        """
                        ATTENTION: the outputs are not those that were approved, and cannot be restored (the inbox has changed); the audit log says so:
                          ranking.csv: damaged
                          sealed/log.csv: missing
                        The cycle of 2025 is open again. What is left of edition 1 (protocol № 3) is kept in out/2025/editions/1
                        To publish edition 2, preliminary: mera rerun --year 2025 --home %s
                        """
                                .formatted(home),
                        ""));
    }

    @Test
    void wantsAProtocolAndAReason() {
        assertThat(approve(" "))
                .isEqualTo(new Result(2, "", "mera approve: --protocol: name the protocol; see: mera help approve\n"));
        assertThat(console.run("reopen", "--home", home, "--year", "2025", "--reason", ""))
                .isEqualTo(new Result(2, "", "mera reopen: --reason: say why; see: mera help reopen\n"));
        assertThat(console.run("approve", "--year", "2025").err())
                .isEqualTo("mera approve: missing --protocol; see: mera help approve\n");
    }

    @Test
    void saysThatAllIsSound() {
        assertThat(console.run("verify", "src", "--inbox", "jobs"))
                .isEqualTo(new Result(
                        0,
                        """
                        SHA-256 of the manifest: %s
                        All sound: 34 files as sealed, 40 companies recomputed from the inbox
                        """
                                .formatted(HASH),
                        ""));
        assertThat(capabilities.asked).containsExactly("src with jobs");
    }

    @Test
    void saysWhatASetAloneProves() {
        capabilities.proof = new Proof(0, false, 34, 40, HASH);

        assertThat(console.run("verify", "src").out())
                .endsWith("All sound: 34 files as sealed, 40 companies recomputed from the scores in ranking.json;"
                        + " with --inbox DIR, from the files\n");
    }

    @Test
    void namesEachDifference() {
        capabilities.differences = List.of(
                new Difference("ranking.csv", 0, "damaged", ""),
                new Difference("later.csv", 0, "was not in the inbox of the run", ""),
                new Difference(
                        "ranking.csv", 7, "7707083893, total: stands 191.5, recomputed 189.5", "ranking.csv, total"));
        capabilities.proof = new Proof(3, true, 34, 40, HASH);

        assertThat(console.run("verify", "src", "--inbox", "jobs"))
                .isEqualTo(new Result(
                        1,
                        """
                        Files that are not as they were sealed or read:
                          ranking.csv: damaged
                          later.csv: was not in the inbox of the run
                        Recomputed, these places differ; in a file named above it is what was changed in it, elsewhere what follows from that:
                          ranking.csv:7: 7707083893, total: stands 191.5, recomputed 189.5
                        SHA-256 of the manifest: %s
                        3 differences
                        """
                                .formatted(HASH),
                        ""));
    }

    @Test
    void listsTheFirstTwentyOfEachKindOrAll() {
        List<Difference> many = new ArrayList<>();
        for (int line = 2; line < 205; line++) {
            many.add(new Difference("ranking.csv", line, "rank: stands 1, recomputed 2", "ranking.csv, rank"));
        }
        many.add(new Difference("ranking.csv", 9, "total: stands 1.0, recomputed 2.0", "ranking.csv, total"));
        capabilities.differences = many;
        capabilities.proof = new Proof(204, true, 34, 40, HASH);

        Result first = console.run("verify", "src");
        assertThat(first.code()).isEqualTo(1);
        List<String> lines = first.out().lines().toList();
        assertThat(lines).hasSize(25);
        assertThat(lines.get(0)).isEqualTo("Recomputed, these places differ:");
        assertThat(lines.get(20)).isEqualTo("  ranking.csv:21: rank: stands 1, recomputed 2");
        assertThat(lines.subList(21, 25))
                .containsExactly(
                        "  ranking.csv:9: total: stands 1.0, recomputed 2.0",
                        "  ranking.csv, rank: and 183 more differences of this kind; --all lists them",
                        "SHA-256 of the manifest: " + HASH,
                        "204 differences");

        Result all = console.run("verify", "src", "--all");
        assertThat(all.code()).isEqualTo(1);
        assertThat(all.out().lines()).hasSize(207).contains("  ranking.csv:204: rank: stands 1, recomputed 2");
        assertThat(all.out()).endsWith("204 differences\n").doesNotContain("more differences");
    }

    @Test
    void wantsAFolder() {
        assertThat(console.run("verify", "нет"))
                .isEqualTo(new Result(2, "", "mera verify: нет: no such folder; see: mera help verify\n"));
    }

    private Result approve(String protocol) {
        return console.run("approve", "--home", home, "--year", "2025", "--protocol", protocol);
    }
}
