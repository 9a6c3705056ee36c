package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.audit.AuditState;
import org.mera.audit.MissingEntry;
import org.mera.company.Inn;
import org.mera.cycle.CycleException;
import org.mera.seal.OutputException;
import org.mera.seal.OutputSet;
import org.mera.seal.Recomputation;

/** From a preliminary result to an approved one, and back. */
class ApprovalIT {

    private static final int YEAR = RatingHome.YEAR;
    private static final String PROTOCOL = "№ 3 от 12.03.2026";
    private static final String CLOSED =
            "The cycle of 2025 is approved (№ 3 от 12.03.2026); to change it: mera reopen --year 2025 --reason …";

    private final List<String> companies = new ArrayList<>();
    private final Path folder;
    private final RatingHome home;

    ApprovalIT(@TempDir Path folder) {
        this.folder = folder;
        home = new RatingHome(folder).language("en");
        for (int i = 0; i < 5; i++) {
            companies.add(Inn.complete(Integer.toString(970_000_010 + i)));
        }
        write(3);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void printsAndSealsInOneRevisionAndClosesTheCycle() throws Exception {
        home.run();
        Map<String, String> preliminary = home.outputs();

        ApprovalReport report = approve();

        assertThat(report.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(report.run().revision()).isEqualTo(2);
        assertThat(report.run().reassessed()).isZero();
        assertThat(report.run().printed()).isEqualTo(4);
        assertThat(report.approval().edition()).isEqualTo(1);
        assertThat(report.open()).isEmpty();
        assertThat(report.manifestSha256()).isEqualTo(new OutputSet(home.out()).manifestSha256());
        assertThat(home.output("manifest.json"))
                .contains(
                        "\"edition\": 1",
                        "\"state\": \"approved\"",
                        "\"approval\": {\"protocol\":\"" + PROTOCOL + "\",\"date\":\""
                                + LocalDate.now(home.bean(Clock.class)) + "\",\"log_entries\":2,\"log_sha256\":\""
                                + home.strings("select sha256 from audit_entry where year = " + RatingHome.YEAR
                                                + " and number = 2")
                                        .get(0)
                                + "\"}");
        for (String name : List.of("ranking.csv", "ranking.json", "problems.csv")) {
            assertThat(home.output(name)).isEqualTo(preliminary.get(name));
        }
        assertThat(ReportText.of(home.out().resolve("committee-report.pdf")).text())
                .contains("Approved")
                .contains("protocol " + PROTOCOL)
                .doesNotContain("Preliminary");
        assertThat(home.differences()).isEmpty();

        assertClosed(home::run);
        assertClosed(home::rerun);
        assertClosed(() -> home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false));
        assertClosed(() -> home.bean(DecisionDesk.class).decide(folder.resolve("none.csv"), YEAR));
        assertClosed(() -> home.bean(ApprovalDesk.class).approve(YEAR, "№ 4", Progress.NONE));
        assertThat(home.strings("select count(*) from run")).containsExactly("2");
    }

    @Test
    void leavesWhatIsApprovedToTheHomeThatItComesFrom() {
        home.run();
        String approved = approve().manifestSha256();

        try (RatingHome other = new RatingHome(folder).language("en")) {
            assertThatThrownBy(other::run)
                    .isInstanceOf(OutputException.class)
                    .hasMessage(
                            "Cannot write to " + home.out() + ": it holds the result that was approved by the protocol "
                                    + PROTOCOL
                                    + ", of which this home knows nothing; name the home that it comes from by --home,"
                                    + " or another folder by --out");
        }
        assertThat(new OutputSet(home.out()).manifestSha256()).isEqualTo(approved);

        write(3);
        assertThat(home.differences()).isEmpty();
        home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка");
        home.run();
        assertThat(home.output("manifest.json")).contains("\"edition\": 2", "\"state\": \"preliminary\"");
    }

    @Test
    void writesRunsAndActsIntoTheLogAndSealsWhatCameBefore() throws Exception {
        home.run();
        String first = new OutputSet(home.out()).manifestSha256();
        ApprovalReport report = approve();
        home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка");

        assertThat(log())
                .containsExactly(
                        "run run 1:  → begun",
                        "run run 1:  → completed, revision 1, ranked 3, manifest SHA-256 " + first,
                        "run run 2:  → begun, to approve by protocol " + PROTOCOL,
                        "approve edition 1, revision 2: preliminary → approved, protocol " + PROTOCOL
                                + ", manifest SHA-256 " + report.manifestSha256(),
                        "run run 2:  → completed, revision 2, ranked 3, manifest SHA-256 " + report.manifestSha256(),
                        "reopen edition 1, revision 2: approved, protocol " + PROTOCOL + " → open: опечатка");
        assertThat(home.lines("sealed/log.csv")).hasSize(2);
        assertThat(home.lines("sealed/log.csv").get(1))
                .contains(",run,run 1,,\"completed, revision 1, ranked 3, manifest");
    }

    @Test
    void findsWhatWasCutOffAtTheEndOfTheLog() throws Exception {
        home.run();
        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false);
        home.rerun();
        AuditDesk desk = home.bean(AuditDesk.class);
        assertThat(desk.read(YEAR, entry -> {}).missing()).isEmpty();
        cutOffAfter(4);
        assertThat(desk.read(null, entry -> {}).missing()).containsExactly(new MissingEntry(YEAR, "the end of run 2"));
        cutOffAfter(2);
        AuditState state = desk.read(YEAR, entry -> {});
        assertThat(state.broken()).isEmpty();
        assertThat(state.isSound()).isFalse();
        String who = home.strings("select who from committee_act").get(0);
        assertThat(state.missing())
                .containsExactly(
                        new MissingEntry(YEAR, "committee act 1 (withdraw, by " + who + ")"),
                        new MissingEntry(YEAR, "run 2"));
        assertThat(desk.read(2024, entry -> {}).missing()).isEmpty();

        assertThat(approve().run().messages())
                .contains(
                        "ATTENTION: the log of 2025 lacks an entry: committee act 1 (withdraw, by " + who
                                + ") has none",
                        "ATTENTION: the log of 2025 lacks an entry: run 2 has none");
        cutOffAfter(1);
        assertThat(desk.read(YEAR, entry -> {}).missing())
                .extracting(MissingEntry::what)
                .containsExactly(
                        "committee act 1 (withdraw, by " + who + ")",
                        "committee act 2 (approve, by " + who + ")",
                        "the end of run 1",
                        "run 2",
                        "run 3",
                        "entry 2, the last one sealed with edition 1,");
    }

    private void cutOffAfter(int number) throws SQLException {
        home.execute("grant all on audit_entry to current_user; alter table audit_entry disable trigger all;"
                + " delete from audit_entry where year = " + YEAR + " and number > " + number
                + "; alter table audit_entry enable trigger all");
    }

    @Test
    void namesEverythingThatStandsAgainstIt() throws Exception {
        write(3);
        home.write("companies.csv", register(5) + "7707083893;Пример-009;Банки;Регион-01;очный\n")
                .write(
                        "own.csv",
                        TableText.of("7707083893").all("assessor", "company").file())
                .write(
                        "wrong.csv",
                        TableText.of(companies.get(3)).score(1, 3, "7", "").file())
                .write("broken.csv", "inn;criterion\n\"");
        home.run();
        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false);
        home.write("later.csv", TableText.DOCUMENTS)
                .write("wrong.csv", TableText.of(companies.get(3)).file());
        Files.delete(home.inbox().resolve("own.csv"));
        Files.writeString(home.out().resolve("ranking.csv"), "x");
        Map<String, String> before = home.outputs();

        assertThat(refusals())
                .containsExactly(
                        "decisions, withdrawals or verifications have come since revision 1 and are not in the outputs;"
                                + " mera rerun --year 2025",
                        "later.csv has come into the inbox since revision 1; mera rerun --year 2025",
                        "wrong.csv has changed since revision 1; mera rerun --year 2025",
                        "own.csv has gone from the inbox since revision 1; mera rerun --year 2025",
                        "the output ranking.csv: damaged; mera rerun --year 2025",
                        "the file broken.csv is rejected (malformed-csv); correct it or take it out of the inbox",
                        "7707083893 Пример-009 awaits its expert; let the expert hand in a Table, or withdraw the company"
                                + " with a reason",
                        companies.get(3)
                                + " Пример-3 is rejected for 1 error; correct its files, or withdraw the company"
                                + " with a reason",
                        companies.get(4) + " Пример-4 has handed in nothing; let it hand in its Table, or withdraw the"
                                + " company with a reason");
        assertThat(home.outputs()).isEqualTo(before);
        assertThat(home.strings("select count(*) from approval")).containsExactly("0");
    }

    @Test
    void namesTheTermsAndTheActsThatHaveChangedAndNothingThatFollowsFromThem() throws Exception {
        home.run();
        importHistory();

        assertThat(refusals())
                .containsExactly("the ranking of the year before has changed since revision 1; mera rerun --year 2025");

        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false);

        assertThat(refusals())
                .containsExactly(
                        "decisions, withdrawals or verifications have come since revision 1 and are not in the outputs;"
                                + " mera rerun --year 2025",
                        "the ranking of the year before has changed since revision 1; mera rerun --year 2025");
        home.rerun();
        assertThat(approve().run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void wantsAnotherAccountThanTheOneThatHasEnteredWhatIsApproved() throws SQLException {
        home.run();
        withdrawAs("пример-член");
        home.rerun();

        assertThat(Acting.as("пример-член", this::refusals))
                .containsExactly("пример-член has entered decisions, withdrawals or verifications of 2025 and may not"
                        + " approve them; let another member of the committee approve");
        assertThat(Acting.as("пример-глава", this::approve).run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(home.strings("select kind || ' ' || account from committee_act order by id"))
                .containsExactly("withdraw пример-член", "approve пример-глава");

        // What was entered before the cycle was opened again is approved: whoever enters from now on is looked at.
        Acting.as("пример-глава", () -> home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка"));
        home.rerun();
        assertThat(Acting.as("пример-член", this::approve).run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void letsOneAccountDoBothWhereTheAgencySaysSo() throws SQLException {
        home.run();
        withdrawAs("пример-член");
        home.rerun();
        home.bean(FourEyes.class).require(false);

        assertThat(Acting.as("пример-член", this::approve).run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    private void withdrawAs(String account) {
        Acting.as(
                account, () -> home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false));
    }

    @Test
    void refusesLinesThatCountForNobody() throws Exception {
        home.write("companies.csv", register(3) + "7707083890;Пример-008;Банки;Регион-01;заочный\n")
                .write("stranger.csv", TableText.of(companies.get(4)).file())
                .write(
                        "unclear.csv",
                        TableText.HEADER
                                + TableText.of("7,7E+09")
                                        .lines()
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()
                                + "\n");
        home.run();
        String remedy = "; correct it, add the company to the register, or take it out; mera rerun --year 2025";

        assertThat(refusals())
                .containsExactly(
                        "companies.csv:5 counts for no registered company (bad-inn «7707083890»)" + remedy,
                        "stranger.csv:2 counts for no registered company (unknown-company «" + companies.get(4) + "»)"
                                + remedy,
                        "unclear.csv:2 counts for no registered company (bad-inn «7,7E+09»)" + remedy);

        write(3);
        Files.delete(home.inbox().resolve("stranger.csv"));
        Files.delete(home.inbox().resolve("unclear.csv"));
        home.run();
        assertThat(approve().run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void namesNothingButTheReopeningWhereNothingElseHasChanged() throws Exception {
        home.run();
        approve();
        home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка");

        assertThat(refusals())
                .containsExactly(
                        "the cycle was opened again since revision 2, and nothing preliminary is published yet;"
                                + " mera rerun --year 2025");
    }

    @Test
    void refusesAnUnfinishedRevision() throws Exception {
        home.run();
        Path link = Files.createSymbolicLink(
                home.inbox().resolve("link.csv"), home.inbox().resolve("nowhere"));
        home.run();

        assertThat(refusals())
                .containsExactly(
                        "chunk 0 of discover in revision 2 has failed: unreadable-file: " + link
                                + " is not there, or is a link that leads nowhere; mera rerun --year 2025",
                        "link.csv has come into the inbox since revision 1; mera rerun --year 2025");
    }

    @Test
    void refusesWhatNobodyHasRun() {
        assertThatThrownBy(this::approve)
                .isInstanceOf(CycleException.class)
                .hasMessage("Nothing has been run for 2025 yet; begin with: mera run JOB.yaml --year 2025");
        assertThatThrownBy(() -> home.bean(ApprovalDesk.class).reopen(YEAR, "x"))
                .isInstanceOf(CycleException.class);
    }

    @Test
    void takesAWithdrawnCompanyForSettled() throws Exception {
        home.write("companies.csv", register(4));
        home.run();
        assertThat(refusals()).hasSize(1);
        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(3)), YEAR, "ликвидирована", false);
        assertThat(refusals())
                .containsExactly("decisions, withdrawals or verifications have come since revision 1 and are not in the"
                        + " outputs; mera rerun --year 2025");
        home.rerun();

        assertThat(approve().run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(home.output("sealed/withdrawals.csv"))
                .isEqualTo("inn,reason\n" + companies.get(3) + ",ликвидирована\n");
        assertThat(home.differences()).isEmpty();
    }

    @Test
    void refusesToSealWhatTheDatabaseDoesNotGive() throws Exception {
        home.run();
        String before = new OutputSet(home.out()).manifestSha256();
        home.execute("update register_entry set name = 'Пример-7' where company = '" + companies.get(0) + "'");

        ApprovalReport report = approve();

        assertThat(report.run().outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(report.run().causes())
                .containsExactly(
                        "What was published is not what the database gives (ranking.csv, ranking.json); write it"
                                + " anew, and look at it before it is approved: mera rerun --year 2025");
        assertThat(new OutputSet(home.out()).differences()).isEmpty();
        assertThat(new OutputSet(home.out()).manifestSha256()).isEqualTo(before);
        assertThat(home.strings("select count(*) from approval")).containsExactly("0");

        RunSummary again = home.rerun();
        assertThat(again.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(home.output("manifest.json")).contains("\"state\": \"preliminary\"");
        assertThat(approve().run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
    }

    @Test
    void goesOnWithAnApprovalWhoseLastWordWasLost() throws Exception {
        home.run();
        failTheCommitOf("approval");
        assertThat(approve().run().outcome()).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(home.output("manifest.json")).contains("\"state\": \"approved\"");
        assertThat(home.strings("select count(*) from approval")).containsExactly("0");
        home.execute("drop trigger fails on approval");

        ApprovalReport report = approve();

        assertThat(report.run().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(report.run().revision()).isEqualTo(2);
        assertThat(home.strings("select edition || ' ' || revision from approval"))
                .containsExactly("1 2");
        assertThat(home.differences()).isEmpty();
    }

    @Test
    void isPreliminaryAgainWhereAnApprovalCameToNothing() throws Exception {
        home.run();
        failTheCommitOf("approval");
        approve();
        home.execute("drop trigger fails on approval");

        RunSummary summary = home.rerun();

        assertThat(summary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(summary.revision()).isEqualTo(3);
        assertThat(home.output("manifest.json")).contains("\"state\": \"preliminary\"");
        assertThat(home.differences()).isEmpty();
    }

    @Test
    void restoresWhatWasApprovedAndNothingElse() throws Exception {
        home.run();
        ApprovalReport approved = approve();
        Files.delete(home.out().resolve("sealed/log.csv"));
        Files.writeString(home.out().resolve("ranking.csv"), "x", StandardCharsets.UTF_8);

        ApprovalReport restored = approve();

        assertThat(restored.run().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(restored.run().messages())
                .containsExactly("Missing or damaged outputs were restored: ranking.csv, sealed/log.csv");
        assertThat(restored.manifestSha256()).isEqualTo(approved.manifestSha256());
        assertThat(home.strings("select count(*) from approval")).containsExactly("1");

        home.write("later.csv", TableText.DOCUMENTS);
        Files.writeString(home.out().resolve("ranking.csv"), "x");
        assertThatThrownBy(this::approve)
                .isInstanceOf(RunBrokenOffException.class)
                .hasRootCauseMessage(
                        "The approved outputs cannot be restored, as the inbox has changed since; put that back as it was"
                                + " and approve again, and they are");
        assertThat(new OutputSet(home.out()).manifestSha256()).isEqualTo(approved.manifestSha256());
        assertThat(home.strings("select count(*) from revision")).containsExactly("2");
    }

    @Test
    void leavesAnApprovedSetAloneThatIsThere() throws Exception {
        home.run();
        ApprovalReport approved = approve();
        assertThat(approved.before()).isEmpty();
        sealByAnotherVersion();
        String sealed = new OutputSet(home.out()).manifestSha256();
        home.write("later.csv", TableText.DOCUMENTS);
        Map<String, String> before = home.hashes();

        ApprovalReport again = approve();

        assertThat(again.run().outcome()).isEqualTo(RunSummary.Outcome.UNCHANGED);
        assertThat(again.run().revision()).isEqualTo(2);
        assertThat(again.run().messages()).containsExactly("All outputs were verified: they are what was sealed");
        assertThat(again.approval()).isEqualTo(approved.approval());
        assertThat(again.manifestSha256()).isEqualTo(sealed).isNotEqualTo(approved.manifestSha256());
        assertThat(again.before()).isEqualTo(sealed);
        assertThat(home.hashes()).isEqualTo(before);
        assertThat(home.strings("select count(*) from run")).containsExactly("2");
    }

    @Test
    void restoresApprovedPapersByteForByte() throws Exception {
        home.run();
        ApprovalReport approved = approve();
        Map<String, String> before = home.hashes();
        String company = "companies/" + companies.get(0) + ".pdf";
        Files.delete(home.out().resolve("committee-report.pdf"));
        Files.writeString(home.out().resolve(company), "x", StandardCharsets.UTF_8);
        Files.delete(home.out().resolve("ranking.xlsx"));

        ApprovalReport restored = approve();

        assertThat(restored.run().messages())
                .containsExactly("Missing or damaged outputs were restored: committee-report.pdf, " + company
                        + ", ranking.xlsx");
        assertThat(home.hashes()).isEqualTo(before);
        assertThat(restored.manifestSha256())
                .isEqualTo(approved.manifestSha256())
                .isEqualTo(restored.before());
        assertThat(log()).noneMatch(entry -> entry.startsWith("restore"));
    }

    /** Another version of the program may write other bytes; its manifest names it, too. */
    @Test
    void writesDownThatARestoredSetHasAnotherManifest() throws Exception {
        home.run();
        approve();
        sealByAnotherVersion();
        String first = new OutputSet(home.out()).manifestSha256();
        Files.delete(home.out().resolve("committee-report.pdf"));

        ApprovalReport restored = approve();

        String second = new OutputSet(home.out()).manifestSha256();
        assertThat(second).isNotEqualTo(first);
        assertThat(restored.before()).isEqualTo(first);
        assertThat(restored.manifestSha256()).isEqualTo(second);
        assertThat(log())
                .filteredOn(entry -> entry.startsWith("restore"))
                .containsExactly(
                        "restore edition 1, revision 2: manifest SHA-256 " + first + " → manifest SHA-256 " + second);
        assertThat(home.differences()).isEmpty();
        assertThat(approve().before()).isEqualTo(second);
        assertThat(home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка").damaged())
                .isEmpty();
    }

    @Test
    void restoresASetThatSomebodyElseSealed() throws Exception {
        home.run();
        String approved = approve().manifestSha256();
        Path manifest = home.out().resolve("manifest.json");
        Files.writeString(manifest, anotherVersion());

        assertThatThrownBy(() -> home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка"))
                .isInstanceOf(CycleException.class)
                .hasMessage(
                        "The outputs are not those that were approved (manifest.json: another one than was approved, of"
                                + " revision 2); restore them first: mera approve --year 2025 --protocol '" + PROTOCOL
                                + "'");
        ApprovalReport restored = approve();

        assertThat(restored.run().messages())
                .containsExactly("The folder had the outputs of another revision or version; they were replaced");
        assertThat(restored.manifestSha256()).isEqualTo(approved).isEqualTo(restored.before());
    }

    @Test
    void opensACycleWhoseApprovedSetCannotBeRestored() throws Exception {
        home.run();
        approve();
        home.write("later.csv", TableText.DOCUMENTS);
        Files.delete(home.out().resolve("committee-report.pdf"));
        Files.writeString(home.out().resolve("ranking.csv"), "x");
        assertThatThrownBy(this::approve).isInstanceOf(RunBrokenOffException.class);
        Map<String, String> left = home.hashes();

        ReopenReport report = home.bean(ApprovalDesk.class).reopen(YEAR, "пропал отчёт");

        Path kept = home.out().resolve("editions/1");
        assertThat(report)
                .isEqualTo(new ReopenReport(
                        YEAR,
                        1,
                        PROTOCOL,
                        kept,
                        List.of("committee-report.pdf: missing", "ranking.csv: damaged"),
                        "the inbox has changed since"));
        assertThat(log())
                .last()
                .isEqualTo("reopen edition 1, revision 2: approved, protocol " + PROTOCOL
                        + " → open: пропал отчёт; the outputs were not those that were approved, and could not be"
                        + " restored: committee-report.pdf: missing, ranking.csv: damaged");
        for (String file : left.keySet()) {
            assertThat(home.hashes()).containsEntry("editions/1/" + file, left.get(file));
        }
        assertThat(home.rerun().outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        ApprovalReport second = home.bean(ApprovalDesk.class).approve(YEAR, "№ 4", Progress.NONE);
        assertThat(second.approval().edition()).isEqualTo(2);
        assertThat(home.differences()).isEmpty();
        assertThat(home.hashes()).containsEntry("editions/1/ranking.csv", left.get("ranking.csv"));
    }

    @Test
    void opensACycleWhoseYearBeforeHasChangedAndWhoseManifestIsGone() throws Exception {
        home.run();
        approve();
        importHistory();
        Files.delete(home.out().resolve("manifest.json"));

        ReopenReport report = home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка");

        assertThat(report.damaged()).containsExactly("manifest.json: missing");
        assertThat(report.why()).isEqualTo("the ranking of the year before has changed since");
        assertThat(report.kept().resolve("ranking.csv")).exists();
        assertThat(report.kept().resolve("editions")).doesNotExist();
    }

    @Test
    void keepsTheApprovedEditionBesideTheNext() throws Exception {
        home.run();
        ApprovalReport approved = approve();

        ReopenReport report = home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка");

        assertThat(report)
                .isEqualTo(new ReopenReport(YEAR, 1, PROTOCOL, home.out().resolve("editions/1"), List.of(), ""));
        home.bean(DecisionDesk.class).withdraw(List.of(companies.get(0)), YEAR, "долги", false);
        RunSummary preliminary = home.rerun();
        assertThat(preliminary.outcome()).isEqualTo(RunSummary.Outcome.COMPLETED);
        assertThat(preliminary.ranked()).isEqualTo(2);
        assertThat(home.output("manifest.json")).contains("\"edition\": 2", "\"state\": \"preliminary\"");

        ApprovalReport second = home.bean(ApprovalDesk.class).approve(YEAR, "№ 4", Progress.NONE);

        assertThat(second.approval().edition()).isEqualTo(2);
        assertThat(ReportText.of(home.out().resolve("committee-report.pdf")).text())
                .contains("protocol № 4, edition 2");
        assertThat(home.differences()).isEmpty();
        assertThat(differencesOf(report.kept())).isEmpty();
        assertThat(new OutputSet(report.kept()).manifestSha256()).isEqualTo(approved.manifestSha256());
        assertThatThrownBy(() -> home.bean(DecisionDesk.class).withdraw(List.of(companies.get(1)), YEAR, "x", false))
                .isInstanceOf(CycleException.class);
        assertThat(home.bean(ApprovalDesk.class).reopen(YEAR, "ещё раз").kept())
                .isEqualTo(home.out().resolve("editions/2"));
    }

    @Test
    void opensNothingWhereTheApprovedSetIsDamaged() throws Exception {
        home.run();
        approve();
        Files.writeString(home.out().resolve("ranking.csv"), "x");

        assertThatThrownBy(() -> home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка"))
                .isInstanceOf(CycleException.class)
                .hasMessage("The outputs are not those that were approved (ranking.csv: damaged); restore them first:"
                        + " mera approve --year 2025 --protocol '" + PROTOCOL + "'");
        assertThat(home.out().resolve("editions")).doesNotExist();
        approve();
        Files.createDirectories(home.out().resolve("editions/1"));
        Files.writeString(home.out().resolve("editions/1/ranking.csv"), "half");
        Path kept = home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка").kept();
        assertThat(differencesOf(kept)).isEmpty();
        assertThatThrownBy(() -> home.bean(ApprovalDesk.class).reopen(YEAR, "опечатка"))
                .hasMessage("The cycle of 2025 is not approved: there is nothing to open again");
    }

    private ApprovalReport approve() {
        return home.bean(ApprovalDesk.class).approve(YEAR, PROTOCOL, Progress.NONE);
    }

    private void importHistory() throws IOException {
        Path history = folder.resolve("history.csv");
        Files.writeString(history, "year;inn;rank;indicator\n2024;" + companies.get(0) + ";1;5\n");
        assertThat(home.bean(HistoryDesk.class).importHistory(history).problems())
                .isEmpty();
    }

    private List<String> refusals() {
        NotApprovableException refused = catchThrowableOfType(NotApprovableException.class, this::approve);
        assertThat(refused).isNotNull();
        return refused.obstacles();
    }

    /** As if another version of the program had approved the cycle. */
    private void sealByAnotherVersion() throws Exception {
        Files.writeString(home.out().resolve("manifest.json"), anotherVersion());
        home.execute("update approval set manifest_sha256 = '" + new OutputSet(home.out()).manifestSha256() + "'");
    }

    private String anotherVersion() {
        String sealed = home.output("manifest.json");
        String other = sealed.replaceFirst("\"program\": \"[^\"]*\"", "\"program\": \"0.0.1\"");
        assertThat(other).isNotEqualTo(sealed);
        return other;
    }

    private static void assertClosed(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(CycleException.class).hasMessage(CLOSED);
    }

    private List<String> log() throws SQLException {
        return home.strings(
                "select act || ' ' || subject || ': ' || before || ' → ' || after from audit_entry order by number");
    }

    private static List<String> differencesOf(Path set) {
        List<String> differences = new ArrayList<>();
        Recomputation.of(set, null, difference -> differences.add(difference.toString()));
        return differences;
    }

    private void failTheCommitOf(String table) throws SQLException {
        home.execute("create or replace function fail() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no commit'; end $$");
        home.execute("create constraint trigger fails after insert on " + table
                + " deferrable initially deferred for each row execute function fail()");
    }

    private String register(int count) {
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        for (int i = 0; i < count; i++) {
            register.append(companies.get(i)).append(";Пример-").append(i).append(";Банки;Регион-01;заочный\n");
        }
        return register.toString();
    }

    private void write(int count) {
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < count; i++) {
            TableText table = TableText.of(companies.get(i));
            for (int criterion = 1; criterion <= 5 - i; criterion++) {
                table.score(criterion, 3, "1", "Д1 п. " + criterion);
            }
            tables.append(table.lines());
            documents.append(TableText.localAct(companies.get(i), "Д1"));
        }
        home.write("companies.csv", register(count))
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
    }
}
