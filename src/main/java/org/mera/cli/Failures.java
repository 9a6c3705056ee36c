package org.mera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.mera.batch.NotApprovableException;
import org.mera.batch.NotAsApprovedException;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.JobFileException;
import org.mera.cycle.Nearest;
import org.mera.database.DatabaseException;
import org.mera.methodology.MethodologyException;
import org.mera.seal.OutputException;
import org.mera.submission.InboxException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong, and gives it its exit code. Stack traces go to the log file. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final List<Class<? extends RuntimeException>> CONFIGURATION = List.of(
            JobFileException.class,
            MethodologyException.class,
            InboxException.class,
            OutputException.class,
            CycleException.class,
            NotAsApprovedException.class,
            DatabaseException.class,
            ConsoleException.class);

    private final Invocation invocation;

    Failures(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean ownHelp =
                command.getParent() != null && !command.getCommandName().equals("help");
        String help = ownHelp ? "mera help " + command.getCommandName() : "mera help";
        String sentence = sentence(e);
        say(name + ": " + sentence + (sentence.endsWith("?") ? " See: " : "; see: ") + help);
        return 2;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) throws IOException {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName();
        if (e instanceof RunFailedException failed) {
            return failedRun(name, failed, command);
        }
        if (e instanceof NotApprovableException refused) {
            refused.obstacles().forEach(obstacle -> say("  " + HomeHint.in(obstacle, spec)));
            say(name + ": the cycle of " + refused.year() + " cannot be approved for "
                    + Numbers.of(refused.obstacles().size(), "reason", "reasons") + "; nothing was changed");
            return 1;
        }
        if (e instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        if (isForTheUser(e)) {
            message(e).lines().forEach(line -> say(name + ": " + HomeHint.in(line, spec)));
            return 2;
        }
        say(name + ": " + (e instanceof CycleBusyException ? HomeHint.in(message(e), spec) : unexpected(e, command)));
        return 1;
    }

    /** {@return whether the message says what the user can do about it} */
    private static boolean isForTheUser(Throwable failure) {
        return CONFIGURATION.stream().anyMatch(kind -> kind.isInstance(failure));
    }

    private int failedRun(String name, RunFailedException failed, CommandLine command) {
        Throwable cause = failed.failure();
        String said = isForTheUser(cause)
                ? HomeHint.in(firstLine(message(cause)), command.getCommandSpec())
                : unexpected(cause, command);
        say(name + ": " + said);
        say((cause instanceof NotAsApprovedException other ? other.way() : "To go on where it failed: ")
                + failed.getMessage());
        return 1;
    }

    private String unexpected(Throwable failure, CommandLine command) {
        String what =
                "failed unexpectedly (" + failure.getClass().getSimpleName() + ": " + firstLine(message(failure)) + ")";
        Path home = MeraCommand.home(command.getCommandSpec(), invocation);
        try {
            RunLog log = invocation.log(home, command.getCommandName());
            log.failure(failure);
            return what + "; details in " + log.file();
        } catch (IOException e) {
            return what + "; no log could be written to " + home.resolve("logs") + " (" + Reasons.of(e) + ")";
        }
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (e.getCause() instanceof TypeConversionException wrong && e.getArgSpec() != null) {
            return label(e.getArgSpec()) + ": " + message(wrong);
        }
        return firstLine(message(e));
    }

    private static String missing(MissingParameterException e) {
        List<ArgSpec> missing = e.getMissing();
        if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && !option.required()) {
            return label(option) + ": its " + option.paramLabel() + " is missing";
        }
        return "missing "
                + String.join(", ", missing.stream().map(Failures::label).toList());
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String found = e.getUnmatched().get(0);
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (found.startsWith("-")) {
            return "unknown option '" + found + "'"
                    + suggestion(found, command.optionsMap().keySet());
        }
        return command.parent() == null
                ? unknownCommand(found, e.getCommandLine())
                : "unexpected argument '" + found + "'";
    }

    /** {@return the sentence for a command that the program does not have} */
    static String unknownCommand(String found, CommandLine mera) {
        return "unknown command '" + found + "'"
                + suggestion(found, mera.getSubcommands().keySet());
    }

    private static String suggestion(String found, Set<String> known) {
        return Nearest.to(found, known)
                .map(near -> ", did you mean " + near + "?")
                .orElse("");
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? "no message" : failure.getMessage();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private void say(String line) {
        invocation.out().flush();
        invocation.err().println(line);
    }
}
