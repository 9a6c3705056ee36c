package org.mera.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: names the commands and holds the options that all of them share. */
@Command(
        name = "mera",
        description = "Runs the annual cycle of a company rating: checks, scores, ranks, reports.",
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 done; 1 something failed or differs; 2 wrong usage or configuration.",
            "MERA_DATABASE_URL, MERA_DATABASE_USER, MERA_DATABASE_PASSWORD name a PostgreSQL server",
            "to be used instead of the embedded one."
        })
final class MeraCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Holds the embedded database and the logs (or MERA_HOME; without both, .mera).")
    private @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    /** {@return the exit code: 0 done, 1 something failed or differs, 2 wrong usage or configuration} */
    static int execute(Invocation invocation, String... args) {
        try (invocation) {
            return commandLine(invocation).execute(args);
        }
    }

    private static CommandLine commandLine(Invocation invocation) {
        MeraCommand mera = new MeraCommand();
        Failures failures = new Failures(invocation);
        CommandLine line = new CommandLine(mera)
                .addSubcommand(new RunCommand(invocation))
                .addSubcommand(new RerunCommand(invocation))
                .addSubcommand(new StatusCommand(invocation))
                .addSubcommand(new ReportsCommand(invocation))
                .addSubcommand(new DecideCommand(invocation))
                .addSubcommand(new VerificationCommand(invocation))
                .addSubcommand(new WithdrawCommand(invocation))
                .addSubcommand(new ApproveCommand(invocation))
                .addSubcommand(new ReopenCommand(invocation))
                .addSubcommand(new LogCommand(invocation))
                .addSubcommand(new ImportHistoryCommand(invocation))
                .addSubcommand(new VerifyCommand(invocation))
                .addSubcommand(new ValidateCommand(invocation))
                .addSubcommand(new TemplateCommand(invocation))
                .addSubcommand(new SampleCommand(invocation))
                .addSubcommand(new ServeCommand(invocation))
                .addSubcommand(new HelpCommand(invocation));
        line.getSubcommands().values().forEach(MeraCommand::addHeadings);
        return line.setOut(invocation.out())
                .setErr(invocation.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static void addHeadings(CommandLine command) {
        command.getCommandSpec().usageMessage().parameterListHeading("%n").optionListHeading("%n");
    }

    /** {@return the home that a command names itself} */
    static Optional<Path> homeOption(CommandSpec command) {
        return Optional.ofNullable(((MeraCommand) command.root().userObject()).home);
    }

    /** {@return the home that a command is to use} */
    static Path home(CommandSpec command, Invocation invocation) {
        Optional<Path> option = homeOption(command);
        if (option.isPresent()) {
            return option.get();
        }
        String variable = invocation.variable("MERA_HOME");
        try {
            return Path.of(variable.isBlank() ? ".mera" : variable);
        } catch (InvalidPathException e) {
            throw new ParameterException(command.commandLine(), "MERA_HOME: «" + variable + "» is no path", e);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
