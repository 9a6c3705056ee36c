package org.mera.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.mera.batch.RunDesk;
import org.mera.batch.StartedRun;
import org.mera.cycle.JobOptions;
import org.mera.schedule.Jobs;

/** The year that the console of a test shows: the example job's inbox, with companies that are ranked and files that have faults. */
final class ServedYear {

    static final int YEAR = 2025;

    private static final Path EXAMPLE = Path.of("jobs/annual-rating");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private ServedYear() {}

    /** Puts the example's files into the inbox. */
    static void handIn(RunningServer server) {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = server.inbox().resolve(EXAMPLE.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the job to its end. */
    static StartedRun run(RunningServer server) {
        return run(server, JobOptions.NONE);
    }

    /** Runs the job to its end, and prints nothing. */
    static StartedRun runWithoutReports(RunningServer server) {
        return run(server, new JobOptions(null, null, null, null, true, null));
    }

    private static StartedRun run(RunningServer server, JobOptions options) {
        StartedRun run = server.bean(RunDesk.class)
                .run(server.bean(Jobs.class).all().get(0).settings(options));
        awaitEnd(server);
        return run;
    }

    /** Waits for the end of what runs in this process. */
    static void awaitEnd(RunningServer server) {
        Instant last = Instant.now().plus(LIMIT);
        while (server.bean(RunDesk.class).live(YEAR).isPresent()) {
            if (Instant.now().isAfter(last)) {
                throw new IllegalStateException("the run has not ended within " + LIMIT);
            }
            try {
                MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
