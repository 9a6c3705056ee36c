package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

/** {@code mera withdraw INN…}. */
@Command(name = "withdraw", description = "Takes companies out of the rating with a reason, or back into it.")
final class WithdrawCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "INN", arity = "1..*", description = "The companies' INNs, or their codes.")
    @SuppressWarnings("NullAway.Init")
    private List<String> companies;

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

    @Option(names = "--back", description = "Takes withdrawals back.")
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
            print(runs.decisions()
                    .withdraw(companies.stream().map(String::strip).toList(), year, reason.strip(), back));
        }
        return 0;
    }

    private void print(WithdrawalReport report) {
        PrintWriter out = invocation.out();
        boolean single = report.companies().size() == 1;
        for (WithdrawalReport.Place place : report.companies()) {
            out.println(place.company() + " " + place.name() + ": " + effect(report, place)
                    + (single && place.hasEffect() ? RankText.moved(report.moved()) : ""));
        }
        if (!single) {
            long changed = report.companies().stream()
                    .filter(WithdrawalReport.Place::hasEffect)
                    .count();
            out.println(Numbers.of(changed, "company", "companies")
                    + (report.withdrawn() ? " withdrawn" : " in the rating again")
                    + RankText.moved(report.moved()));
        }
        if (report.hasEffect()) {
            out.println("To bring this into the ranking, the exports and the papers: " + RerunCommand.line(spec, year));
        }
    }

    private static String effect(WithdrawalReport report, WithdrawalReport.Place place) {
        return place.hasEffect()
                ? (report.withdrawn() ? "withdrawn" : "in the rating again") + ", "
                        + RankText.of(place.rankBefore(), place.rankAfter())
                : "without effect, it is withdrawn for this reason already";
    }
}
