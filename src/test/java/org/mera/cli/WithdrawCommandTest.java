package org.mera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.batch.WithdrawalReport;
import org.mera.cli.Console.Result;
import org.mera.cycle.CycleException;

final class WithdrawCommandTest {

    private final FakeCapabilities capabilities = new FakeCapabilities();
    private final Console console = new Console(capabilities);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    @Test
    void takesACompanyOutOfTheRating() {
        capabilities.withdrawal = new WithdrawalReport(
                2025, true, List.of(new WithdrawalReport.Place("7707083893", "Пример-017", true, 3, null)), 12);

        assertThat(withdraw("--reason", " Ликвидирована "))
                .isEqualTo(new Result(
                        0,
                        "7707083893 Пример-017: withdrawn, rank 3 → none; 12 other companies change rank\n" + rerun(),
                        ""));
        assertThat(capabilities.asked).containsExactly(home, "7707083893 withdrawn of 2025: Ликвидирована", "closed");
    }

    @Test
    void takesItBack() {
        capabilities.withdrawal = new WithdrawalReport(
                2025, false, List.of(new WithdrawalReport.Place("7707083893", "Пример-017", true, null, 3)), 0);

        assertThat(withdraw("--reason", "По ошибке", "--back"))
                .isEqualTo(new Result(0, "7707083893 Пример-017: in the rating again, rank none → 3\n" + rerun(), ""));
        assertThat(capabilities.asked).containsExactly(home, "7707083893 back into 2025: По ошибке", "closed");
    }

    @Test
    void saysWhereItChangesNothing() {
        capabilities.withdrawal = new WithdrawalReport(
                2025, true, List.of(new WithdrawalReport.Place("7707083893", "Пример-017", false, null, null)), 0);

        assertThat(withdraw("--reason", "Ликвидирована"))
                .isEqualTo(new Result(
                        0, "7707083893 Пример-017: without effect, it is withdrawn for this reason already\n", ""));
    }

    @Test
    void takesSeveral() {
        capabilities.withdrawal = new WithdrawalReport(
                2025,
                true,
                List.of(
                        new WithdrawalReport.Place("7707083893", "Пример-017", true, 3, null),
                        new WithdrawalReport.Place("7736050003", "Пример-018", false, null, null),
                        new WithdrawalReport.Place("7706107510", "Пример-019", true, null, null)),
                12);

        assertThat(withdraw("7736050003", "7706107510", "--reason", "Ликвидирована"))
                .isEqualTo(new Result(
                        0,
                        """
                        7707083893 Пример-017: withdrawn, rank 3 → none
                        7736050003 Пример-018: without effect, it is withdrawn for this reason already
                        7706107510 Пример-019: withdrawn, not ranked
                        2 companies withdrawn; 12 other companies change rank
                        """
                                + rerun(),
                        ""));
        assertThat(capabilities.asked)
                .containsExactly(home, "7707083893 7736050003 7706107510 withdrawn of 2025: Ликвидирована", "closed");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        capabilities.running = new CycleException("The company 1 is not …\nThe company 2 is not …");

        assertThat(withdraw("2", "--reason", "x"))
                .isEqualTo(new Result(
                        2, "", "mera withdraw: The company 1 is not …\nmera withdraw: The company 2 is not …\n"));
    }

    @Test
    void wantsAReason() {
        assertThat(withdraw())
                .isEqualTo(new Result(2, "", "mera withdraw: missing --reason; see: mera help withdraw\n"));
        assertThat(withdraw("--reason", " "))
                .isEqualTo(new Result(2, "", "mera withdraw: --reason: say why; see: mera help withdraw\n"));
        assertThat(capabilities.asked).isEmpty();
    }

    private String rerun() {
        return "To bring this into the ranking, the exports and the papers: mera rerun --year 2025 --home "
                + ShellWord.of(home.toString()) + "\n";
    }

    private Result withdraw(String... more) {
        String[] args = new String[6 + more.length];
        System.arraycopy(
                new String[] {"withdraw", "7707083893", "--year", "2025", "--home", home.toString()}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return console.run(args);
    }
}
