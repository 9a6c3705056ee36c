package org.mera.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mera.batch.Progress;
import org.mera.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mera sample}. */
@Command(name = "sample", description = "Writes an invented inbox, for trying out and for benchmarks.")
final class SampleCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--companies",
            required = true,
            paramLabel = "N",
            converter = Options.Companies.class,
            description = "How many companies.")
    private int companies;

    @Option(
            names = "--year",
            required = true,
            paramLabel = "Y",
            converter = Options.Year.class,
            description = "The rated year.")
    private int year;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            converter = Options.Seed.class,
            description = "A whole number: the same one gives the same files; 1 without it.")
    private long seed;

    @Option(
            names = "--faulty",
            paramLabel = "PERCENT",
            defaultValue = "0",
            converter = Options.Percent.class,
            description = "How many companies hand in something faulty; 0 without it.")
    private int faulty;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MethodologyOption methodology;

    SampleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EmptyFolder.prepare(folder, spec.commandLine());
        Progress progress = invocation.progress();
        progress.stepStarted("sample", companies, "companies");
        invocation
                .capabilities()
                .writeSample(
                        folder,
                        new SampleOptions(companies, year, seed, faulty),
                        methodology.source(),
                        new Advance(progress));
        progress.stepFinished("sample");
        invocation
                .out()
                .println("An invented inbox of " + Numbers.of(companies, "company", "companies")
                        + " for the rated year " + year + " is in " + folder);
        return 0;
    }

    /** Told how many companies are done in all, tells how many more they are. */
    private static final class Advance implements java.util.function.IntConsumer {

        private final Progress progress;
        private int told;

        Advance(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void accept(int done) {
            progress.advanced(done - told);
            told = done;
        }
    }
}
