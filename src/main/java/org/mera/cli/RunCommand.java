package org.mera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.batch.RatingRuns;
import org.mera.batch.RunSummary;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.cycle.RunSettings;
import org.mera.methodology.MethodologyException;
import org.mera.seal.OutputException;
import org.mera.submission.InboxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera run JOB.yaml}. */
@Command(name = "run", description = "Runs the annual job: reads the inbox, checks, scores, ranks, writes the files.")
final class RunCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", description = "The job file, for example jobs/annual-rating.yaml.")
    @SuppressWarnings("NullAway.Init")
    private Path job;

    @Option(names = "--year", paramLabel = "Y", converter = Options.Year.class, description = "The rated year.")
    private @Nullable Integer year;

    @Option(names = "--inbox", paramLabel = "DIR", description = "The folder with the companies' files.")
    private @Nullable Path inbox;

    @Option(names = "--out", paramLabel = "DIR", description = "Gets a folder for each year.")
    private @Nullable Path out;

    @Option(
            names = "--cutoff",
            paramLabel = "DATE",
            converter = Options.Date.class,
            description = "The last date a cited document may bear: 2026-05-31.")
    private @Nullable LocalDate cutoff;

    @Option(names = "--no-reports", description = "Prints no PDFs.")
    private boolean noReports;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            converter = Options.Language.class,
            description = "The language of reports and of the sentences in problems.csv.")
    private @Nullable Locale language;

    RunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RunSettings settings =
                JobFile.load(job).settings(new JobOptions(year, inbox, out, cutoff, noReports, language));
        Path home = MeraCommand.home(spec, invocation);
        RunLog log = log(home, settings.year());
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            RunSummary summary = run(runs, settings);
            new SummaryText(invocation.out()).print(summary, log.file());
            return exitCode(summary);
        }
    }

    private RunSummary run(RatingRuns runs, RunSettings settings) {
        try {
            return runs.run(settings, invocation.progress());
        } catch (MethodologyException | InboxException | OutputException | CycleException | CycleBusyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RunFailedException(again(), e);
        }
    }

    private int exitCode(RunSummary summary) {
        if (summary.outcome() != RunSummary.Outcome.FAILED) {
            return 0;
        }
        invocation.out().flush();
        invocation
                .err()
                .println((summary.failedChunks() > 0
                                ? Numbers.of(summary.failedChunks(), "chunk", "chunks")
                                        + " failed and nothing was ranked; to do just what is missing: "
                                : "The run failed; to go on where it failed: ")
                        + again());
        return 1;
    }

    /** {@return this command, written so that a shell takes it} */
    private String again() {
        return "mera "
                + String.join(
                        " ",
                        spec.root().commandLine().getParseResult().originalArgs().stream()
                                .map(RunCommand::quoted)
                                .toList());
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    private RunLog log(Path home, int ratedYear) {
        try {
            return invocation.log(home, "run-" + ratedYear);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the home " + home + " cannot be written (" + Reasons.of(e) + "), name another with --home",
                    e);
        }
    }
}
