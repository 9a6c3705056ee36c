package org.mera.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The annual job beside the least that PostgreSQL itself must do: one connection, COPY of all files of Tables and documents into logged, unindexed
 * text tables, and one statement that sums and ranks. Both on one server with fsync on, each in a fresh database after a checkpoint, in turn; what
 * counts is the median of the pairs' ratios.
 *
 * <p>Arguments, the jar being there ({@code ./mvnw -q package -DskipTests}), on Linux:
 *
 * <ul>
 *   <li>{@code [COMPANIES [PAIRS]]}, 100000 and 5: the job beside the base
 *   <li>{@code grow [COMPANIES [PAIRS]]}, 100000 and 3: the job beside itself with a tenth of the companies
 *   <li>{@code one-file [COMPANIES [PAIRS]]}, 100000 and 3: the files of one style, about a third of the companies, beside the same records joined
 *       in one file of Tables and one of documents
 * </ul>
 */
public final class AnnualJobBenchmark {

    private AnnualJobBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<String> numbers = new ArrayList<>(List.of(args));
        boolean grow = numbers.remove("grow");
        boolean oneFile = numbers.remove("one-file");
        int companies = numbers.isEmpty() ? 100_000 : Integer.parseInt(numbers.get(0));
        int pairs = numbers.size() > 1 ? Integer.parseInt(numbers.get(1)) : grow || oneFile ? 3 : 5;
        try (Server server = Server.open()) {
            Benchmark.printMachine(server);
            if (grow) {
                grow(server, companies, pairs);
            } else if (oneFile) {
                oneFile(server, companies, pairs);
            } else {
                besideTheBase(server, Inbox.sample(companies), pairs);
            }
        } finally {
            Job.deleteOutputs();
        }
    }

    private static void besideTheBase(Server server, Inbox inbox, int pairs) throws Exception {
        Benchmark.printInbox("sample", inbox);
        Base base = new Base(server, inbox);
        List<Double> bases = new ArrayList<>();
        List<Double> basesOfTwo = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> wholeRatios = new ArrayList<>();
        List<Double> plainRatios = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            double one = base.seconds(1);
            Job job = Job.run(server, inbox, true);
            Job plain = Job.run(server, inbox, false);
            double two = base.seconds(2);
            bases.add(one);
            basesOfTwo.add(two);
            jobs.add(job);
            ratios.add(job.seconds() / one);
            wholeRatios.add(job.wall() / one);
            plainRatios.add(plain.seconds() / one);
            Benchmark.printJob("pair " + pair, job);
            Benchmark.printJob("pair " + pair + ", without options for the JVM", plain);
            Benchmark.print(
                    "pair %d: base %.1f s, with two connections %.1f s; ratio %.2f, of the whole process %.2f",
                    pair, one, two, job.seconds() / one, job.wall() / one);
        }
        Benchmark.print(
                "medians of %d: base %.1f s, with two connections %.1f s, job %.1f s, whole process %.1f s",
                pairs,
                Benchmark.median(bases),
                Benchmark.median(basesOfTwo),
                Benchmark.median(jobs, Job::seconds),
                Benchmark.median(jobs, Job::wall));
        Benchmark.print(
                "medians of %d: ratio %.2f, of the whole process %.2f; to the base with two connections %.2f",
                pairs,
                Benchmark.median(ratios),
                Benchmark.median(wholeRatios),
                Benchmark.median(jobs, Job::seconds) / Benchmark.median(basesOfTwo));
        Benchmark.print("medians of %d: ratio without options for the JVM %.2f", pairs, Benchmark.median(plainRatios));
    }

    private static void grow(Server server, int companies, int pairs) throws Exception {
        compare(server, "a tenth", Inbox.sample(companies / 10), "all", Inbox.sample(companies), pairs);
    }

    private static void oneFile(Server server, int companies, int pairs) throws Exception {
        Inbox many = Inbox.sample(companies).ofOneStyle();
        compare(server, "many files", many, "one file", many.joined(), pairs);
    }

    /** In turn, so that what else goes on on the machine hits both. */
    private static void compare(
            Server server, String firstName, Inbox first, String secondName, Inbox second, int pairs) throws Exception {
        Benchmark.printInbox(firstName, first);
        Benchmark.printInbox(secondName, second);
        List<Job> firsts = new ArrayList<>();
        List<Job> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            firsts.add(Job.run(server, first, true));
            seconds.add(Job.run(server, second, true));
            Job one = firsts.get(pair - 1);
            Job other = seconds.get(pair - 1);
            ratios.add(other.seconds() / one.seconds());
            Benchmark.printJob("pair " + pair + ", " + firstName, one);
            Benchmark.printJob("pair " + pair + ", " + secondName, other);
        }
        printMedians(firstName, firsts);
        printMedians(secondName, seconds);
        Benchmark.print(
                "median of %d: %s takes %.2f times as long as %s",
                pairs, secondName, Benchmark.median(ratios), firstName);
    }

    private static void printMedians(String name, List<Job> jobs) {
        Benchmark.print(
                "medians of %d, %s: job %.1f s, heap %.0f MB, RSS %.0f MB, of the server %.0f MB",
                jobs.size(),
                name,
                Benchmark.median(jobs, Job::seconds),
                Benchmark.median(jobs, job -> (double) job.heapMegabytes()),
                Benchmark.median(jobs, job -> (double) job.rssMegabytes()),
                Benchmark.median(jobs, job -> (double) job.serverMegabytes()));
    }
}
