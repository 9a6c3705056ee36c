package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mera.batch.HistoryReport;
import org.mera.batch.RatingRuns;
import org.mera.csv.Problem;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera import-history FILE}. */
@Command(
        name = "import-history",
        description = "Takes over earlier rankings: all of a file or, with an error in it, none.")
final class ImportHistoryCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A CSV file: year, inn, rank, indicator (in percent).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "ru",
            converter = Options.Language.class,
            description = "The language of the problems' sentences; ru without it.")
    @SuppressWarnings("NullAway.Init")
    private Locale language;

    ImportHistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (!Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), file + ": no such file");
        }
        Path home = MeraCommand.home(spec, invocation);
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(null);
        }
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            return print(runs.history().importHistory(file));
        }
    }

    private int print(HistoryReport report) {
        PrintWriter out = invocation.out();
        new CheckText(out, language, invocation.capabilities()::sentence).print(report.problems());
        if (!report.isTaken()) {
            long errors = report.problems().stream().filter(Problem::isError).count();
            out.flush();
            invocation
                    .err()
                    .println(Numbers.of(errors, "error", "errors") + " in " + report.file()
                            + ": nothing of it was taken over; correct it and hand it over again");
            return 1;
        }
        report.companies()
                .forEach((year, companies) -> out.println(year + ": " + Numbers.of(companies, "company", "companies")));
        out.println(
                report.companies().isEmpty()
                        ? report.file() + " holds no ranking."
                        : Numbers.of(report.companies().size(), "ranking was", "rankings were")
                                + " taken over; the next run of a later year is compared with the newest");
        return 0;
    }
}
