package org.mera.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mera.batch.RatingRuns;
import org.mera.batch.ReopenReport;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mera reopen}. */
@Command(name = "reopen", description = "Opens an approved cycle again, for a new edition; the approved one is kept.")
final class ReopenCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--year",
            paramLabel = "Y",
            required = true,
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; the audit log keeps it.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    ReopenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** {@return the command line that opens a year's cycle again, but for the reason} */
    static String line(CommandSpec command, int year) {
        return "mera reopen --year " + year + " --reason TEXT" + HomeHint.option(command);
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
            ReopenReport report = runs.approvals().reopen(year, reason.strip());
            print(report);
        }
        return 0;
    }

    private void print(ReopenReport report) {
        PrintWriter out = invocation.out();
        boolean whole = report.damaged().isEmpty();
        if (!whole) {
            out.println("ATTENTION: the outputs are not those that were approved, and cannot be restored ("
                    + report.why() + "); the audit log says so:");
            report.damaged().forEach(damage -> out.println("  " + damage));
        }
        out.println("The cycle of " + year + " is open again. " + (whole ? "Edition " : "What is left of edition ")
                + report.edition() + " (protocol " + report.protocol() + ") is kept in " + report.kept());
        out.println("To publish edition " + (report.edition() + 1) + ", preliminary: " + RerunCommand.line(spec, year));
    }
}
