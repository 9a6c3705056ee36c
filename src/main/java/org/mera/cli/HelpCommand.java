package org.mera.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera help [COMMAND]}. */
@Command(name = "help", description = "Shows the help of a command, or of the program.")
final class HelpCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
    private @Nullable String command;

    HelpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        CommandLine mera = spec.root().commandLine();
        if (command == null) {
            mera.usage(invocation.out());
            return 0;
        }
        CommandLine wanted = mera.getSubcommands().get(command);
        if (wanted == null) {
            throw new ParameterException(spec.commandLine(), Failures.unknownCommand(command, mera));
        }
        wanted.usage(invocation.out());
        return 0;
    }
}
