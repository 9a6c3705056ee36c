package org.mera.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mera.submission.CheckedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera validate PATH…}. */
@Command(
        name = "validate",
        description = "Checks files before they are handed in, with no database. Exit code 1 if there is an error.")
final class ValidateCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders whose *.csv files are meant.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> paths;

    @Option(
            names = "--year",
            paramLabel = "Y",
            converter = Options.Year.class,
            description = "The rated year; without it, the one that most Tables name.")
    private @Nullable Integer year;

    @Option(
            names = "--cutoff",
            paramLabel = "DATE",
            converter = Options.Date.class,
            description = "The last date a cited document may bear: 2026-05-31; today without it.")
    private @Nullable LocalDate cutoff;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "ru",
            converter = Options.Language.class,
            description = "The language of the problems' sentences; ru without it.")
    @SuppressWarnings("NullAway.Init")
    private Locale language;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MethodologyOption methodology;

    ValidateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        paths.stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), path + ": no such file or folder");
        });
        CheckedFiles checked =
                invocation.capabilities().check(new CheckOrder(paths, year, cutoff, methodology.source()));
        if (checked.files() == 0) {
            throw new ParameterException(spec.commandLine(), "found no *.csv file to check");
        }
        new CheckText(invocation.out(), language, invocation.capabilities()::sentence).print(checked);
        return checked.errors() > 0 ? 1 : 0;
    }
}
