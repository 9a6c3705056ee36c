package org.mera.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mera.access.Role;

/**
 * The console under its readers: how long a run takes while nobody reads and while many do, what the readers get meanwhile, how long each page takes
 * and how much the first one loads. The runs assess a sample and its other wording in turn, so that nearly every company is assessed anew; the pairs change their order,
 * so that what else goes on on the machine hits both.
 *
 * <p>Arguments, the jar being there ({@code ./mvnw -q package -DskipTests}), on Linux: {@code [COMPANIES [READERS [PAIRS [THINK]]]]}, 10000, 50, 3
 * and 5: a reader looks at a page for so many seconds before the next.
 */
public final class ReadersBenchmark {

    private static final int TIMES = 20;

    private ReadersBenchmark() {}

    public static void main(String[] args) throws Exception {
        int companies = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int readers = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        double think = args.length > 3 ? Double.parseDouble(args[3]) : 5;
        Path folder = Benchmark.FOLDER.resolve("console");
        Inbox.deleteTree(folder);
        Files.createDirectories(folder);
        Inbox sample = Inbox.sample(companies);
        List<Path> jobs = List.of(job(folder, "first", sample), job(folder, "second", sample.reworded()));
        try (ConsoleProcess console = ConsoleProcess.start(folder, jobs)) {
            Reader operator = Reader.loggedIn(console.url(), Role.OPERATOR.word());
            Benchmark.print("first run of %,d companies: %.1f s", companies, console.run(operator, "first"));
            Pages pages = Pages.of(folder.resolve("out").resolve(Integer.toString(Benchmark.YEAR)));
            printPages(operator, pages);
            List<Double> quiet = new ArrayList<>();
            List<Double> busy = new ArrayList<>();
            for (int pair = 1; pair <= pairs; pair++) {
                boolean quietFirst = pair % 2 == 1;
                if (quietFirst) {
                    quiet.add(console.run(operator, "second"));
                }
                busy.add(whileTheyRead(console, operator, quietFirst ? "first" : "second", pages, readers, think));
                if (!quietFirst) {
                    quiet.add(console.run(operator, "first"));
                }
                Benchmark.print(
                        "pair %d: run %.1f s, with %d readers %.1f s",
                        pair, quiet.get(pair - 1), readers, busy.get(pair - 1));
            }
            Benchmark.print(
                    "medians of %d: run %.1f s, with %d readers %.1f s: %+.1f %%",
                    pairs,
                    Benchmark.median(quiet),
                    readers,
                    Benchmark.median(busy),
                    100 * (Benchmark.median(busy) / Benchmark.median(quiet) - 1));
        }
    }

    private static double whileTheyRead(
            ConsoleProcess console, Reader operator, String job, Pages pages, int readers, double think)
            throws Exception {
        try (Audience audience = Audience.of(console.url(), pages, readers, think)) {
            double seconds = console.run(operator, job);
            audience.stop();
            audience.print();
            return seconds;
        }
    }

    /** Each page alone, warm. */
    private static void printPages(Reader reader, Pages pages) throws IOException, InterruptedException {
        for (Map.Entry<String, String> page : pages.all().entrySet()) {
            List<Double> times = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; i < TIMES; i++) {
                long begun = System.nanoTime();
                bytes = reader.read(page.getValue());
                times.add(Benchmark.secondsSince(begun) * 1000);
            }
            Benchmark.print(
                    "%-14s first %.0f ms, median of %d %.1f ms, %,d bytes as sent",
                    page.getKey(), times.get(0), TIMES, Benchmark.median(times), bytes);
        }
        Benchmark.print("first load, the page of the cycles and all it needs: %,d bytes", reader.firstLoad("/cycles"));
    }

    private static Path job(Path folder, String name, Inbox inbox) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                name: %s
                methodology: anti-corruption-rating
                year: %d
                inbox: %s
                out: out
                cutoff: 2026-05-31
                """
                        .formatted(name, Benchmark.YEAR, inbox.folder().toAbsolutePath()),
                StandardCharsets.UTF_8);
    }
}
