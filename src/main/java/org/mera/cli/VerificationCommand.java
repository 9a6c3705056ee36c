package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mera.batch.RatingRuns;
import org.mera.batch.VerificationReport;
import org.mera.committee.VerificationCounts;
import org.mera.csv.Problem;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera verification FILE}. */
@Command(
        name = "verification",
        description = "Takes what was asked of companies and found: all of a file or, with an error in it, none.")
final class VerificationCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The form of verification, or verification.csv, filled in.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--year",
            paramLabel = "Y",
            required = true,
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "ru",
            converter = Options.Language.class,
            description = "The language of the problems' sentences; ru without it.")
    @SuppressWarnings("NullAway.Init")
    private Locale language;

    VerificationCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (!Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), file + ": no such file");
        }
        Path home = MeraCommand.home(spec, invocation);
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(year);
        }
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            return print(runs.verifications().verification(file, year));
        }
    }

    private int print(VerificationReport report) {
        PrintWriter out = invocation.out();
        new CheckText(out, language, invocation.capabilities()::sentence, report.headings()).print(report.problems());
        if (!report.isTaken()) {
            long errors = report.problems().stream().filter(Problem::isError).count();
            out.flush();
            invocation
                    .err()
                    .println(Numbers.of(errors, "error", "errors") + " in " + report.file()
                            + ": no verification of it was taken; correct it and hand it over again");
            return 1;
        }
        if (report.taken().asked() == 0) {
            out.println(report.file() + " holds no verification: nothing is asked, answered or found in it.");
            return 0;
        }
        out.println(Numbers.of(report.taken().asked(), "verification was", "verifications were") + " taken: "
                + outcomes(report.taken()));
        out.println("In all of " + year + " now: " + outcomes(report.standing()));
        if (report.taken().changed() > 0) {
            out.println("Where a score was found to be wrong it changes by a decision: mera decide FILE --year " + year
                    + HomeHint.option(spec));
        }
        out.println("To bring this into verification.csv and the committee's report: " + RerunCommand.line(spec, year));
        return 0;
    }

    private static String outcomes(VerificationCounts counts) {
        return Numbers.count(counts.confirmed()) + " confirmed, " + Numbers.count(counts.changed()) + " changed, "
                + Numbers.count(counts.open()) + " open";
    }
}
