package org.mera.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditState;
import org.mera.batch.RatingRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mera log}. */
@Command(
        name = "log",
        description = "Prints the audit log: who did what when. Exit code 1 when it is no unbroken chain.")
final class LogCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--year", paramLabel = "Y", converter = Options.Year.class, description = "Only this rated year.")
    private @Nullable Integer year;

    LogCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        AuditState state = state(MeraCommand.home(spec, invocation));
        if (state.entries() == 0 && state.isSound()) {
            invocation.out().println(year == null ? "Nothing is logged yet." : "Nothing is logged of " + year + ".");
            return 0;
        }
        if (!state.isSound()) {
            invocation.out().flush();
            state.broken().forEach(entry -> invocation
                    .err()
                    .println("entry " + name(entry)
                            + " is not what was written, or the one before it is missing: the log was tampered with"));
            state.missing().forEach(entry -> invocation.err().println(entry + ": the log was tampered with"));
            return 1;
        }
        state.last().forEach(entry -> invocation.out().println(LogText.sound(entry)));
        return 0;
    }

    private static String name(AuditEntry entry) {
        return entry.number() + " of " + LogText.year(entry);
    }

    /** Where there is no home yet nothing was done, and a question is no reason to make one. */
    private AuditState state(Path home) {
        if (!invocation.hasHome(home)) {
            return new AuditState(0, List.of(), List.of(), List.of());
        }
        LogText text = new LogText(invocation.clock().getZone());
        try (RatingRuns runs = invocation.capabilities().runs(home)) {
            return runs.log().read(year, entry -> invocation.out().println(text.line(entry)));
        }
    }
}
