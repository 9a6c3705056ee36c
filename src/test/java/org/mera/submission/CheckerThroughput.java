package org.mera.submission;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.mera.scoring.Assessment;
import org.mera.scoring.Result;

/**
 * Prints how much processor time a record takes from a company's bytes to what is stored of it: hash, check, pack; on one thread, everything in
 * memory. Run it by hand.
 *
 * <p>Arguments: companies (5000), rounds (8).
 */
final class CheckerThroughput {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Methodology METHODOLOGY = Methodologies.bundled("anti-corruption-rating");
    private static final int YEAR = 2025;
    private static final int CHUNK = 100;

    private final List<CompanyFile> companies = new ArrayList<>();
    private long bytes;
    private long records;

    private CheckerThroughput() {}

    public static void main(String[] arguments) throws IOException {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        CheckerThroughput throughput = new CheckerThroughput();
        throughput.read(sample(companies));
        for (int round = 0; round < rounds; round++) {
            throughput.measure();
        }
    }

    private static Path sample(int companies) throws IOException {
        Path folder = Path.of("target", "sample-" + companies);
        if (!Files.exists(folder)) {
            new SampleInbox().write(folder, new SampleOptions(companies, YEAR, 1, 0), METHODOLOGY, done -> {});
        }
        return folder;
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<InboxFile> csv = files.filter(file -> file.toString().endsWith(".csv"))
                    .map(file -> new InboxFile(folder, folder.relativize(file).toString()))
                    .toList();
            MemoryInbox.scan(METHODOLOGY, csv).forEachCompany(companies::add);
        }
        for (CompanyFile company : companies) {
            for (Part part : company.parts()) {
                bytes += part.bytes().length;
                records += part.range().records();
            }
        }
    }

    private void measure() {
        CompanyChecker checker = new CompanyChecker(METHODOLOGY, YEAR, LocalDate.of(YEAR + 1, 12, 31));
        MessageDigest digest = Sha256.digest();
        long hashing = 0;
        long checking = 0;
        long packing = 0;
        long accepted = 0;
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int from = 0; from < companies.size(); from += CHUNK) {
            JdbcSubmissions stored = new JdbcSubmissions(YEAR, 1);
            for (CompanyFile company : companies.subList(from, Math.min(from + CHUNK, companies.size()))) {
                long begun = THREADS.getCurrentThreadCpuTime();
                hash(company, digest);
                long hashed = THREADS.getCurrentThreadCpuTime();
                PlannedCompany planned = new PlannedCompany(company, new byte[32], List.of());
                Outcome outcome = checker.check(planned);
                JdbcSubmissions.Sums sums = sums(outcome);
                accepted += sums == null ? 0 : 1;
                long checked = THREADS.getCurrentThreadCpuTime();
                stored.add(outcome, planned, sums);
                packing += THREADS.getCurrentThreadCpuTime() - checked;
                hashing += hashed - begun;
                checking += checked - hashed;
            }
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        print(accepted, hashing, checking, packing, allocated);
    }

    private static JdbcSubmissions.@Nullable Sums sums(Outcome outcome) {
        if (outcome.status() != Submission.Status.ACCEPTED) {
            return null;
        }
        Result result =
                Assessment.of(METHODOLOGY, outcome.counting().orElseThrow()).result(METHODOLOGY);
        return new JdbcSubmissions.Sums(result.columnSums(), result.sectionSums(), result.total());
    }

    private static void hash(CompanyFile company, MessageDigest digest) {
        for (Part part : company.parts()) {
            if (!MessageDigest.isEqual(digest.digest(part.bytes()), part.range().sha256())) {
                throw new IllegalStateException("The sample changed");
            }
        }
    }

    private void print(long accepted, long hashing, long checking, long packing, long allocated) {
        double all = hashing + checking + packing;
        System.out.printf(
                Locale.ROOT,
                "%.2f µs a record: hash %.2f, check %.2f, pack %.2f; %.0f MB/s, %d bytes allocated a record (%d records, %d accepted of %d)%n",
                all / records / 1e3,
                (double) hashing / records / 1e3,
                (double) checking / records / 1e3,
                (double) packing / records / 1e3,
                bytes * 1e3 / all,
                allocated / records,
                records,
                accepted,
                companies.size());
    }
}
