package org.mera.methodology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The faults of one methodology file, gathered so that all of them are reported at once: one for each place, the first that was found. */
final class Faults {

    private static final Comparator<Fault> BY_LINE = Comparator.comparingInt(Fault::line);

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    Faults(String file) {
        this.file = file;
    }

    /** Remembers where a place stands in the file. */
    void locate(String place, int line) {
        lines.put(place, line);
    }

    /** Notes a fault at a place; what is missing is reported at the line of what it should stand in. */
    void add(String place, String sentence) {
        addAt(lineOf(place), place, sentence);
    }

    void addAt(int line, String place, String sentence) {
        faults.putIfAbsent(place, new Fault(line, place, sentence));
    }

    /** {@return the exception that reports what was found} */
    MethodologyException failure() {
        return new MethodologyException(faults.values().stream()
                .sorted(BY_LINE)
                .map(fault -> fault.describe(file))
                .collect(Collectors.joining("\n")));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    private int lineOf(String place) {
        String known = place;
        while (!known.isEmpty() && !lines.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return lines.getOrDefault(known, 1);
    }

    private record Fault(int line, String place, String sentence) {

        String describe(String file) {
            return file + ":" + line + ": " + (place.isEmpty() ? "the file" : place) + " " + sentence;
        }
    }
}
