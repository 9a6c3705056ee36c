package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mera.batch.DecisionReport;
import org.mera.batch.RatingRuns;
import org.mera.csv.Problem;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera decide FILE}. */
@Command(name = "decide", description = "Takes the committee's decisions: all of a file or, with an error in it, none.")
final class DecideCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The form of decisions, filled in.")
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

    DecideCommand(Invocation invocation) {
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
            return print(runs.decisions().decide(file, year));
        }
    }

    private int print(DecisionReport report) {
        PrintWriter out = invocation.out();
        new CheckText(out, language, invocation.capabilities()::sentence, report.headings()).print(report.problems());
        if (!report.isTaken()) {
            long errors = report.problems().stream().filter(Problem::isError).count();
            out.flush();
            invocation
                    .err()
                    .println(Numbers.of(errors, "error", "errors") + " in " + report.file()
                            + ": no decision of it was taken; correct it and hand it over again");
            return 1;
        }
        if (report.changes().isEmpty()) {
            out.println(report.file() + " holds no decision.");
            return 0;
        }
        report.changes().forEach(change -> out.println(line(change)));
        out.println();
        report.companies().forEach(place -> out.println(line(place)));
        out.println(Numbers.of(report.changes().size(), "decision was", "decisions were") + " taken on "
                + Numbers.of(report.companies().size(), "company", "companies")
                + RankText.moved(report.moved()));
        out.println("To bring this into the ranking, the exports and the papers: " + RerunCommand.line(spec, year));
        return 0;
    }

    private static String line(DecisionReport.Change change) {
        String what = change.criterion() == null
                ? "class"
                : "criterion " + change.criterion() + ", column " + change.column();
        String effect = change.hasEffect()
                ? named(change.before()) + " → " + named(change.after())
                : "without effect, it is " + named(change.after()) + " already";
        return "line " + change.record() + ": " + change.company() + ": " + what + ": " + effect;
    }

    private static String named(String scoreOrClass) {
        return scoreOrClass.isEmpty() ? "none" : scoreOrClass;
    }

    private static String line(DecisionReport.Place place) {
        return place.company() + " " + place.name() + ": total " + changed(place.totalBefore(), place.totalAfter())
                + ", " + RankText.of(place.rankBefore(), place.rankAfter());
    }

    private static String changed(String before, String after) {
        return before.equals(after) ? before + " as before" : before + " → " + after;
    }
}
