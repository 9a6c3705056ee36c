package org.mera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.batch.RatingRuns;
import org.mera.batch.Report;
import org.mera.batch.Reports;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mera reports}. */
@Command(name = "reports", description = "Lists the printed reports, or copies them.")
final class ReportsCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--year",
            paramLabel = "Y",
            converter = Options.Year.class,
            description = "The rated year; without it, the newest run's.")
    private @Nullable Integer year;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Copies them into this folder, which is made if it is not there.")
    private @Nullable Path to;

    ReportsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Reports reports = reports(MeraCommand.home(spec, invocation));
        if (reports.reports().isEmpty()) {
            invocation.out().println("No reports in " + reports.folder() + ".");
            return 0;
        }
        if (to == null) {
            reports.reports().forEach(this::print);
            invocation
                    .out()
                    .println(Numbers.of(reports.reports().size(), "report", "reports") + " in " + reports.folder());
        } else {
            copy(reports, to);
        }
        return damaged(reports);
    }

    private Reports reports(Path home) {
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(year);
        }
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            return runs.reports(year);
        }
    }

    private void print(Report report) {
        String revision = report.revision() == null ? "" : "revision " + report.revision();
        String damage = report.state() == Report.State.SOUND ? "" : "  DAMAGED";
        invocation
                .out()
                .println(String.format(
                                Locale.ROOT,
                                "%-30s  %9s  %-12s  %s",
                                report.file(),
                                Numbers.size(report.size()),
                                revision,
                                report.name() + damage)
                        .stripTrailing());
    }

    private void copy(Reports reports, Path folder) {
        List<Report> sound = reports.reports().stream()
                .filter(report -> report.state() == Report.State.SOUND)
                .toList();
        try {
            for (Report report : sound) {
                Path copy = folder.resolve(report.file());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(
                        reports.folder().resolve(report.file()),
                        copy,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--to: cannot write to " + folder + " (" + Reasons.of(e) + ")", e);
        }
        invocation.out().println(Numbers.of(sound.size(), "report", "reports") + " copied to " + folder);
    }

    /** A report that is not what was published is not handed out. */
    private int damaged(Reports reports) {
        List<String> files = reports.reports().stream()
                .filter(report -> report.state() == Report.State.DAMAGED)
                .map(Report::file)
                .toList();
        if (files.isEmpty()) {
            return 0;
        }
        invocation.out().flush();
        invocation
                .err()
                .println("mera reports: "
                        + Numbers.of(files.size(), "report is", "reports are") + " missing or damaged: "
                        + String.join(", ", files.subList(0, Math.min(5, files.size())))
                        + (files.size() > 5 ? ", …" : ""));
        invocation.err().println("To restore what is missing: " + RerunCommand.line(spec, reports.year()));
        return 1;
    }
}
