package org.mera.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.mera.batch.BatchApplication;
import org.mera.batch.RatingRuns;
import org.mera.company.Company;
import org.mera.cycle.MethodologySource;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.sample.Templates;
import org.mera.seal.Difference;
import org.mera.seal.Proof;
import org.mera.seal.Recomputation;
import org.mera.submission.CheckedFiles;
import org.mera.submission.FileChecks;

/** The parts of Mera that stand behind the commands. Loads each only when it is asked for. */
final class InstalledCapabilities implements Capabilities {

    private final Clock clock;
    private final ConsoleServer console;

    InstalledCapabilities(Clock clock, ConsoleServer console) {
        this.clock = clock;
        this.console = console;
    }

    @Override
    public RunningConsole serve(ServeOrder order) {
        return console.start(order);
    }

    @Override
    public RatingRuns runs(Path home) {
        return BatchApplication.open(home);
    }

    @Override
    public CheckedFiles check(CheckOrder order) {
        return new FileChecks(order.methodology().load(), clock).check(order.paths(), order.year(), order.cutoff());
    }

    @Override
    public Proof verify(Path set, @Nullable Path inbox, Consumer<Difference> each) {
        return Recomputation.of(set, inbox, each);
    }

    @Override
    public void writeTemplates(
            List<Company> companies, int year, Path folder, MethodologySource methodology, Locale language) {
        new Templates().write(companies, year, folder, methodology.load(), language);
    }

    @Override
    public void writeSample(
            Path folder, SampleOptions options, MethodologySource methodology, IntConsumer companiesDone) {
        new SampleInbox().write(folder, options, methodology.load(), companiesDone);
    }

    @Override
    public List<Company> register(Path file, MethodologySource methodology) {
        return new FileChecks(methodology.load(), clock).register(file);
    }
}
