package org.mera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of the annual job in a process of its own, on a fresh database.
 *
 * @param seconds        from the job's launch to the end of the step seal, as the program has written it down
 * @param steps          the seconds of each step
 * @param startSeconds   from the process's start to the job's launch: JVM, Spring, tables
 * @param wall           the whole process
 * @param cpu            processor seconds of the process
 * @param serverCpu      of the server meanwhile
 * @param heapMegabytes  the most that its heap held when the garbage collector came
 * @param rssMegabytes   the most memory that its process had
 * @param serverMegabytes the most that the server's processes had together
 */
record Job(
        double seconds,
        Map<String, Double> steps,
        double startSeconds,
        double wall,
        double cpu,
        double serverCpu,
        long heapMegabytes,
        long rssMegabytes,
        long serverMegabytes) {

    private static final int HEAP = 512;

    /** As the README advises for large ratings. */
    private static final String ADVISED_CHUNKS = "chunk-size: 1000\n";

    private static final List<String> STEPS = List.of("register", "discover", "assess", "rank", "export", "seal");
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    /**
     * Throws away what the jobs have written. Not between two of them: after thousands of files were deleted the file system creates others ten times as
     * slowly for a while, which no first run of a year meets.
     */
    static void deleteOutputs() throws IOException {
        Inbox.deleteTree(Benchmark.FOLDER.resolve("outputs"));
    }

    /** Runs the job as the README advises for large ratings, or as the JVM is without advice. */
    static Job run(Server server, Inbox inbox, boolean advised) throws Exception {
        return server.inFreshDatabase("bench_job", url -> {
            server.execute(url, "checkpoint");
            Path log = Benchmark.FOLDER.resolve("job.log");
            Path collections = Benchmark.FOLDER.resolve("job-gc.log");
            ProcessBuilder builder = command(inbox, collections, advised);
            builder.environment().put("MERA_DATABASE_URL", url);
            builder.environment().put("MERA_DATABASE_USER", server.user());
            builder.environment().put("MERA_DATABASE_PASSWORD", server.password());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());

            double serverCpuBefore = ProcessFigures.cpuWithChildren(server.pid());
            Instant launched = Instant.now();
            long begun = System.nanoTime();
            Process process = builder.start();
            double cpu = 0;
            long rss = 0;
            long serverMemory = 0;
            for (int look = 0; !process.waitFor(50, TimeUnit.MILLISECONDS); look++) {
                cpu = Math.max(cpu, ProcessFigures.cpu(process.pid()));
                rss = Math.max(rss, ProcessFigures.peakMegabytes(process.pid()));
                // To add up the pages of every process costs the machine some milliseconds.
                if (look % 10 == 0) {
                    serverMemory = Math.max(serverMemory, ProcessFigures.sharedOutMegabytes(server.pid()));
                }
            }
            double wall = Benchmark.secondsSince(begun);
            double serverCpu = ProcessFigures.cpuWithChildren(server.pid()) - serverCpuBefore;
            if (process.exitValue() != 0) {
                throw new IllegalStateException("The job failed:\n" + Files.readString(log));
            }
            try (Connection connection = server.connect(url);
                    Statement statement = connection.createStatement()) {
                Instant started = started(statement);
                Map<String, Double> steps = new LinkedHashMap<>();
                Instant sealed = steps(statement, steps);
                return new Job(
                        seconds(started, sealed),
                        steps,
                        seconds(launched, started),
                        wall,
                        cpu,
                        serverCpu,
                        peakHeap(collections),
                        rss,
                        serverMemory);
            }
        });
    }

    private static ProcessBuilder command(Inbox inbox, Path collections, boolean advised) throws IOException {
        Path jobFile = Files.writeString(
                Benchmark.FOLDER.resolve("job.yaml"),
                """
                name: bench
                methodology: anti-corruption-rating
                year: %d
                inbox: %s
                out: outputs/%d
                cutoff: 2026-05-31
                %s"""
                        .formatted(
                                Benchmark.YEAR,
                                inbox.folder().toAbsolutePath(),
                                System.nanoTime(),
                                advised ? ADVISED_CHUNKS : ""));
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        if (advised) {
            command.add("@jobs/large-rating.options");
        }
        command.addAll(List.of(
                "-Xmx" + HEAP + "m",
                "-Xlog:gc:file=" + collections,
                "-jar",
                "target/mera.jar",
                "--home",
                Benchmark.FOLDER.resolve("job-home").toString(),
                "run",
                jobFile.toString(),
                "--no-reports"));
        return new ProcessBuilder(command);
    }

    private static Instant started(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select started_at from run order by id desc limit 1")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** {@return when the last step ended} */
    private static Instant steps(Statement statement, Map<String, Double> steps) throws SQLException {
        Instant last = Instant.EPOCH;
        for (String step : STEPS) {
            try (ResultSet row = statement.executeQuery(
                    "select start_time, end_time from batch_step_execution where step_name = '" + step + "'")) {
                row.next();
                last = instant(row, 2);
                steps.put(step, seconds(instant(row, 1), last));
            }
        }
        return last;
    }

    /** Spring Batch writes local times. */
    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static long peakHeap(Path collections) throws IOException {
        long peak = 0;
        Matcher matcher = COLLECTION.matcher(Files.readString(collections));
        while (matcher.find()) {
            peak = Math.max(peak, Long.parseLong(matcher.group(1)));
        }
        return peak;
    }
}
