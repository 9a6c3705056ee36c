package org.mera.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}. What has ended meanwhile counts nothing. */
final class ProcessFigures {

    private static final Path PROC = Path.of("/proc");

    /** As the kernel shows times to programs, on every platform that it runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int OF_ENDED_CHILDREN = 15;

    private ProcessFigures() {}

    /** {@return the seconds of processor time that a process has used, with its threads} */
    static double cpu(long pid) {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : ticks(fields, USER, USER + 2) / TICKS_PER_SECOND;
    }

    /** {@return the seconds that a process and all its children have used, also those that have ended} */
    static double cpuWithChildren(long pid) {
        String[] fields = stat(pid);
        double sum = fields.length == 0 ? 0 : ticks(fields, USER, OF_ENDED_CHILDREN) / TICKS_PER_SECOND;
        for (long child : children(pid)) {
            sum += cpu(child);
        }
        return sum;
    }

    /** {@return the most memory that a process has had so far, in MB} */
    static long peakMegabytes(long pid) {
        return kilobytes(pid, "status", "VmHWM:") >> 10;
    }

    /** {@return the memory of a process and its children in MB, what they share counted once} */
    static long sharedOutMegabytes(long pid) {
        long sum = kilobytes(pid, "smaps_rollup", "Pss:");
        for (long child : children(pid)) {
            sum += kilobytes(child, "smaps_rollup", "Pss:");
        }
        return sum >> 10;
    }

    private static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        try (Stream<Path> processes = Files.list(PROC)) {
            processes
                    .filter(folder -> Benchmark.name(folder).chars().allMatch(Character::isDigit))
                    .forEach(folder -> {
                        long child = Long.parseLong(Benchmark.name(folder));
                        String[] fields = stat(child);
                        if (fields.length > 0 && Long.parseLong(fields[PARENT]) == pid) {
                            children.add(child);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    /** {@return the fields behind the process's name, which may have spaces} None where it has ended. */
    private static String[] stat(long pid) {
        String text = read(pid, "stat");
        return text.isEmpty()
                ? new String[0]
                : text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static double ticks(String[] fields, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static long kilobytes(long pid, String file, String key) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
