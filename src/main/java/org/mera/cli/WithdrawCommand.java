package org.mera.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mera.batch.RatingRuns;
import org.mera.batch.WithdrawalReport;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera withdraw INN}. */
@Command(name = "withdraw", description = "Takes a company out of the rating with a reason, or back into it.")
final class WithdrawCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "INN", description = "The company's INN, or its code.")
    @SuppressWarnings("NullAway.Init")
    private String company;

    @Option(
            names = "--year",
            paramLabel = "Y",
            required = true,
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is printed.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--back", description = "Takes a withdrawal back.")
    private boolean back;

    WithdrawCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason: say why");
        }
        Path home = MeraCommand.home(spec, invocation);
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(year);
        }
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            print(runs.decisions().withdraw(company.strip(), year, reason.strip(), back));
        }
        return 0;
    }

    private void print(WithdrawalReport report) {
        String who = report.company() + " " + report.name();
        if (!report.hasEffect()) {
            invocation.out().println(who + ": without effect, it is withdrawn for this reason already");
            return;
        }
        invocation
                .out()
                .println(who + ": " + (report.withdrawn() ? "withdrawn" : "in the rating again") + ", "
                        + RankText.of(report.rankBefore(), report.rankAfter()) + RankText.moved(report.moved()));
        invocation
                .out()
                .println(
                        "To bring this into the ranking, the exports and the papers: " + RerunCommand.line(spec, year));
    }
}
