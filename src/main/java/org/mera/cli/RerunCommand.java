package org.mera.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mera rerun}. */
@Command(name = "rerun", description = "Does what failed, changed or came since the last run, without a job file.")
final class RerunCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--year",
            paramLabel = "Y",
            converter = Options.Year.class,
            description = "The rated year; without it, that of the newest run.")
    private @Nullable Integer year;

    RerunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** {@return the command line that does a year's newest run again} The home is named where another command named it by its option. */
    static String line(CommandSpec command, int year) {
        return "mera rerun --year " + year + HomeHint.option(command);
    }

    @Override
    public Integer call() {
        Path home = MeraCommand.home(spec, invocation);
        if (!invocation.hasHome(home)) {
            throw CycleException.nothingRun(year);
        }
        return new RunScreen(invocation, spec)
                .run(year == null ? "rerun" : "rerun-" + year, runs -> runs.rerun(year, invocation.progress()));
    }
}
