package org.mera.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.JobFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mera serve}. */
@Command(
        name = "serve",
        description = "Serves the console in the browser, the REST API and the scheduler, until it is interrupted.")
final class ServeCommand implements Callable<Integer> {

    /** Where job files are looked for when none is named. */
    private static final Path JOBS = Path.of("jobs");

    private final Invocation invocation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "JOB.yaml",
            arity = "0..*",
            description = "The jobs that it offers to run and runs on their date; none: those in the folder jobs.")
    private List<Path> jobs = new ArrayList<>();

    @Option(names = "--port", paramLabel = "P", description = "Where it listens (8080); 0 is any that is free.")
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "A",
            description = "The address it listens on (127.0.0.1: this computer only).")
    private @Nullable String address;

    ServeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port != null && (port < 0 || port > 65535)) {
            throw new ParameterException(spec.commandLine(), "--port: " + port + " is no port; use 0 to 65535");
        }
        List<JobFile> loaded = loaded();
        Path home = MeraCommand.home(spec, invocation);
        try {
            invocation.serverLog(home);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the home " + home + " cannot be written (" + Reasons.of(e) + "), name another with --home",
                    e);
        }
        RunningConsole console = invocation.capabilities().serve(new ServeOrder(home, address, port, loaded));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(console, ended), "console at exit"));
        console.served();
        invocation
                .out()
                .println("Mera listens on " + console.url()
                        + (console.listensEverywhere() ? " and on all other addresses of this computer" : "")
                        + " (Ctrl+C stops it)");
        console.firstPassword().ifPresent(password -> invocation
                .out()
                .println("Log in as admin with the password " + password
                        + "; it is shown this once, and you will be asked for one of your own"));
        invocation.out().flush();
        if (console.isOpenUnencrypted()) {
            invocation
                    .err()
                    .println(
                            "Warning: other computers reach it without encryption, passwords can be read on the way;"
                                    + " put a proxy with TLS before it and name its address in mera.server.url, or configure server.ssl");
            invocation.err().flush();
        }
        ended.await();
        return 0;
    }

    private static void end(RunningConsole console, CountDownLatch ended) {
        try {
            console.close();
        } finally {
            ended.countDown();
        }
    }

    private List<JobFile> loaded() {
        List<JobFile> loaded = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : jobs.isEmpty() ? found() : jobs) {
            JobFile job = JobFile.load(file);
            if (!names.add(job.name())) {
                throw new ParameterException(
                        spec.commandLine(),
                        file + ": there is a job «" + job.name() + "» already; give this one another name");
            }
            loaded.add(job);
        }
        return loaded;
    }

    private static List<Path> found() {
        if (!Files.isDirectory(JOBS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(JOBS)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
