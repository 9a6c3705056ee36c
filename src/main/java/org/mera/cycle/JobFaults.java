package org.mera.cycle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of a job file, so that all of them are told at once. */
final class JobFaults {

    private record Fault(int line, String sentence) {}

    private final Path file;
    private final List<Fault> faults = new ArrayList<>();

    JobFaults(Path file) {
        this.file = file;
    }

    void add(int line, String sentence) {
        faults.add(new Fault(line, sentence));
    }

    /** A fault of no line, for example a key that is missing. Told last. */
    void add(String sentence) {
        add(Integer.MAX_VALUE, sentence);
    }

    /** {@return what is thrown for the faults found} */
    JobFileException exception() {
        return new JobFileException(faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .map(fault -> file + (fault.line == Integer.MAX_VALUE ? "" : ":" + fault.line) + ": " + fault.sentence)
                .toList());
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw exception();
        }
    }
}
