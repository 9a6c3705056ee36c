package org.mera.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all measurements share: where things lie, how numbers are put together and printed. */
final class Benchmark {

    static final int YEAR = 2025;
    static final Path FOLDER = Path.of("target", "bench");

    private Benchmark() {}

    static void printMachine(Server server) throws IOException {
        print(
                "%s, %s, %d processors, Java %s; the embedded server starts in %.1f s",
                ZonedDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                server.startSeconds());
    }

    static void printInbox(String what, Inbox inbox) throws IOException {
        print(
                "%s: %,d companies, %,d MB in %,d files of Tables and documents",
                what, inbox.companies(), inbox.megabytes(), inbox.files().size());
    }

    static void printJob(String what, Job job) {
        print(
                "%s: job %.1f s (%s); start of JVM and Spring %.1f s, whole process %.1f s;"
                        + " CPU %.1f s, of the server %.1f s; heap %d MB, RSS %d MB, of the server %d MB",
                what,
                job.seconds(),
                steps(job.steps()),
                job.startSeconds(),
                job.wall(),
                job.cpu(),
                job.serverCpu(),
                job.heapMegabytes(),
                job.rssMegabytes(),
                job.serverMegabytes());
    }

    private static String steps(Map<String, Double> steps) {
        return steps.entrySet().stream()
                .map(step -> String.format(Locale.ROOT, "%s %.1f", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double median(List<Job> jobs, ToDoubleFunction<Job> figure) {
        return median(jobs.stream().map(figure::applyAsDouble).toList());
    }

    static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
