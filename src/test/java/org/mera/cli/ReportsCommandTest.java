package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.Report;
import org.mera.batch.Reports;
import org.mera.cli.Console.Result;

final class ReportsCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);
    private final Path home;
    private final Path out;

    ReportsCommandTest(@TempDir Path folder) {
        this.home = folder;
        this.out = folder.resolve("out").resolve("2025");
    }

    @BeforeEach
    void print() throws IOException {
        Files.createDirectories(out.resolve("companies"));
        Files.writeString(out.resolve("committee-report.pdf"), "committee");
        Files.writeString(out.resolve("companies/7707083893.pdf"), "company");
        capabilities.reports = reports(Report.State.SOUND);
    }

    private Reports reports(Report.State state) {
        return new Reports(
                2025,
                out,
                List.of(
                        new Report("", "", "committee-report.pdf", 1_234_567, 3, Report.State.SOUND),
                        new Report("7707083893", "Пример-017", "companies/7707083893.pdf", 98_765, 2, state),
                        new Report("", "", "companies/7736050003.pdf", 500, null, Report.State.SOUND)));
    }

    @Test
    void listsTheReports() {
        assertThat(console.run("reports", "--home", home.toString(), "--year", "2025"))
                .isEqualTo(new Result(
                        0,
                        """
                        committee-report.pdf             1,235 kB  revision 3
                        companies/7707083893.pdf            99 kB  revision 2    Пример-017
                        companies/7736050003.pdf             1 kB
                        3 reports in %s
                        """
                                .formatted(out),
                        ""));
        assertThat(capabilities.asked).containsExactly(home, "reports of 2025", "closed");
    }

    @Test
    void copiesThem() throws IOException {
        capabilities.reports =
                new Reports(2025, out, capabilities.reports.reports().subList(0, 2));
        Path to = home.resolve("to/here");
        Files.createDirectories(to);
        Files.writeString(to.resolve("committee-report.pdf"), "older");

        assertThat(console.run("reports", "--home", home.toString(), "--to", to.toString()))
                .isEqualTo(new Result(0, "2 reports copied to " + to + "\n", ""));

        assertThat(to.resolve("committee-report.pdf")).hasContent("committee");
        assertThat(to.resolve("companies/7707083893.pdf")).hasContent("company");
    }

    @Test
    void handsOutNoDamagedReport() {
        capabilities.reports =
                new Reports(2025, out, reports(Report.State.DAMAGED).reports().subList(0, 2));
        Path to = home.resolve("to");
        String damage =
                """
                mera reports: 1 report is missing or damaged: companies/7707083893.pdf
                To restore what is missing: mera rerun --year 2025 --home %s
                """
                        .formatted(ShellWord.of(home.toString()));

        assertThat(console.run("reports", "--home", home.toString()))
                .isEqualTo(new Result(
                        1,
                        """
                        committee-report.pdf             1,235 kB  revision 3
                        companies/7707083893.pdf            99 kB  revision 2    Пример-017  DAMAGED
                        2 reports in %s
                        """
                                .formatted(out),
                        damage));
        assertThat(console.run("reports", "--home", home.toString(), "--to", to.toString()))
                .isEqualTo(new Result(1, "1 report copied to " + to + "\n", damage));
        assertThat(to.resolve("companies")).doesNotExist();
    }

    @Test
    void saysThatThereAreNone() {
        capabilities.reports = new Reports(2025, out, List.of());

        assertThat(console.run("reports", "--home", home.toString()))
                .isEqualTo(new Result(0, "No reports in " + out + ".\n", ""));
    }

    @Test
    void saysThatNothingWasRun() {
        assertThat(console.run("reports", "--home", home.resolve("none").toString(), "--year", "2024"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera reports: Nothing has been run for 2024 yet; begin with: mera run JOB.yaml --year 2024 --home "
                                + home.resolve("none") + "\n"));
        assertThat(capabilities.asked).isEmpty();
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThat(console.run("reports", "--home", home.toString(), "--to", file.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "mera reports: --to: cannot write to " + file + " (" + file
                                + " is no folder); see: mera help reports\n"));
    }
}
