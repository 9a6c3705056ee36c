package org.mera.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.batch.RatingRuns;
import org.mera.batch.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mera status}. */
@Command(name = "status", description = "Shows the runs, their steps, what failed and why.")
final class StatusCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--year", paramLabel = "Y", converter = Options.Year.class, description = "Only this rated year.")
    private @Nullable Integer year;

    @Option(names = "--json", description = "Writes JSON, for programs.")
    private boolean json;

    StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RunStatus status = status(MeraCommand.home(spec, invocation));
        if (json) {
            invocation.out().println(StatusJson.of(status));
        } else {
            new StatusText(invocation.out(), invocation.clock().getZone(), rated -> RerunCommand.line(spec, rated))
                    .print(status);
        }
        return 0;
    }

    /** Where there is no home yet there was no run, and a question is no reason to make one. */
    private RunStatus status(Path home) {
        if (!invocation.hasHome(home)) {
            return new RunStatus(List.of());
        }
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            return runs.status(year);
        }
    }
}
