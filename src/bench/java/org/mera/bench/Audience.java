package org.mera.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mera.access.Role;

/** Readers who read one page after the other, each as he likes, until they are stopped. */
final class Audience implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Look> looks = new ConcurrentLinkedQueue<>();

    /** A page that somebody has read. */
    private record Look(String page, double milliseconds, String failure) {}

    /** {@return the readers, all logged in, who begin at once} */
    static Audience of(String url, Pages pages, int readers, double think) throws IOException, InterruptedException {
        Audience audience = new Audience();
        for (int i = 0; i < readers; i++) {
            Reader reader = Reader.loggedIn(url, Role.VIEWER.word());
            audience.threads.add(new Thread(() -> audience.read(reader, pages, think), "reader-" + i));
        }
        audience.threads.forEach(Thread::start);
        return audience;
    }

    private void read(Reader reader, Pages pages, double think) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        try {
            // Nobody begins with the others, and nobody looks at each page for equally long.
            while (!end.await((long) (1000 * think * chance.nextDouble(2)), TimeUnit.MILLISECONDS)) {
                String page = pages.names().get(chance.nextInt(pages.names().size()));
                looks.add(look(reader, page, pages.all().get(page)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Look look(Reader reader, String page, String address) throws InterruptedException {
        long begun = System.nanoTime();
        String failure = "";
        try {
            reader.read(address);
        } catch (IOException e) {
            failure = e.toString();
        }
        return new Look(page, Benchmark.secondsSince(begun) * 1000, failure);
    }

    void stop() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void print() {
        List<Double> times = looks.stream().map(Look::milliseconds).sorted().toList();
        Map<String, Long> failures = looks.stream()
                .filter(look -> !look.failure().isEmpty())
                .collect(Collectors.groupingBy(Look::failure, TreeMap::new, Collectors.counting()));
        Benchmark.print(
                "%d readers read %,d pages: %,d failed; median %.0f ms, 95 %% within %.0f ms, the longest %.0f ms",
                threads.size(),
                times.size(),
                failures.values().stream().mapToLong(Long::longValue).sum(),
                at(times, 0.5),
                at(times, 0.95),
                at(times, 1));
        failures.forEach((failure, count) -> Benchmark.print("  %d times: %s", count, failure));
        looks.stream()
                .collect(Collectors.groupingBy(Look::page, TreeMap::new, Collectors.toList()))
                .forEach((page, of) -> Benchmark.print(
                        "  %-14s %5d times, 95 %% within %.0f ms",
                        page,
                        of.size(),
                        at(of.stream().map(Look::milliseconds).sorted().toList(), 0.95)));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }

    @Override
    public void close() {
        end.countDown();
    }
}
