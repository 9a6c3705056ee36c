package org.mera.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.cycle.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--no-reports", description = "Makes no papers for the committee: no PDFs, no ranking.xlsx.")
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
        return new RunScreen(invocation, spec)
                .run("run-" + settings.year(), runs -> runs.run(settings, invocation.progress()));
    }
}
