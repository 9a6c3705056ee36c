package org.mera.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

/** Prints how fast an invented inbox is written: {@code SampleBenchmark FOLDER COMPANIES}. */
final class SampleBenchmark {

    private SampleBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SampleOptions options = new SampleOptions(Integer.parseInt(args[1]), 2025, 1, 5);
        Methodology methodology = Methodologies.bundled("anti-corruption-rating");
        long start = System.nanoTime();
        new SampleInbox().write(folder, options, methodology, done -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Stream<Path> files = Files.walk(folder)) {
            double megabytes = files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
            System.out.printf(Locale.ROOT, "%.0f MB in %.1f s: %.0f MB/s%n", megabytes, seconds, megabytes / seconds);
        }
    }
}
