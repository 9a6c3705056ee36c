package org.mera.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mera.csv.Problem;
import org.mera.methodology.Methodologies;
import org.mera.seal.SealedFile;
import org.mera.submission.FileScan;
import org.mera.submission.InboxFiles;
import org.mera.submission.InboxReader;
import org.mera.submission.InboxScanner;
import org.mera.submission.Range;
import org.mera.submission.RegisterEntry;
import org.mera.submission.ScanSink;

/**
 * What the step {@code discover} takes of one processor without its database: every file of an inbox is scanned as a run scans it, its ranges are
 * read back, and it is hashed. Prints MB/s of processor time, user and system, the best of some rounds.
 * Run by {@code ./mvnw -q -Dquick -Pbench -DskipTests package exec:java -Dexec.mainClass=org.mera.bench.ScanBenchmark -Dexec.args=INBOX}.
 */
public final class ScanBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 7;

    /** What is measured. */
    interface Work {
        long run() throws IOException;
    }

    private ScanBenchmark() {}

    /** Takes the inbox's folder. */
    public static void main(String[] arguments) throws IOException {
        Path inbox = Path.of(arguments[0]);
        List<String> files = InboxFiles.list(inbox);
        long size = 0;
        for (String file : files) {
            size += Files.size(inbox.resolve(file));
        }
        InboxScanner scanner = new InboxScanner(Methodologies.bundled("anti-corruption-rating"));
        measure("scan", size, () -> {
            Kept kept = new Kept();
            for (String file : files) {
                FileScan scan = scanner.scan(inbox, file, kept);
                if (scan.rejection() != null) {
                    throw new IllegalStateException(scan.rejection().toString());
                }
            }
            return kept.ranges.size();
        });
        List<Kept> scans = new ArrayList<>();
        for (String file : files) {
            Kept kept = new Kept();
            scanner.scan(inbox, file, kept);
            scans.add(kept);
        }
        measure("read ranges back", size, () -> {
            long bytes = 0;
            try (InboxReader reader = new InboxReader()) {
                for (int i = 0; i < files.size(); i++) {
                    for (Range range : scans.get(i).ranges) {
                        bytes += reader.read(inbox, files.get(i), range).length;
                    }
                }
            }
            return bytes;
        });
        measure("hash files", size, () -> {
            long hashes = 0;
            for (String file : files) {
                hashes += SealedFile.sha256(inbox.resolve(file)).hashCode();
            }
            return hashes;
        });
    }

    private static void measure(String what, long size, Work work) throws IOException {
        long best = Long.MAX_VALUE;
        long result = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            result = work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - begun);
        }
        System.out.printf(Locale.ROOT, "%-20s %6.0f MB/s of CPU (%d)%n", what, size * 1e3 / best, result);
    }

    private static final class Kept implements ScanSink {

        private final List<Range> ranges = new ArrayList<>();

        @Override
        public void range(Range range) {
            ranges.add(range);
        }

        @Override
        public void entry(RegisterEntry entry) {}

        @Override
        public void problem(Problem problem) {}

        @Override
        public void restart() {
            ranges.clear();
        }
    }
}
