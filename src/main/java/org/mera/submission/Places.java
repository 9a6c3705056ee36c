package org.mera.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tells of the records of a company, named by file and number, where they stand among all that is held of it. */
final class Places {

    /** A part of consecutive records of a file. */
    private record Stretch(int part, int records) {}

    private final Map<String, TreeMap<Integer, Stretch>> byFile = new HashMap<>(4);
    private int parts;

    private Places() {}

    static Places of(CompanyFile company) {
        Places places = new Places();
        for (RegisterEntry entry : company.entries()) {
            places.add(entry.file(), entry.line(), 1);
        }
        for (Part part : company.parts()) {
            places.add(part.file(), part.range().firstRecord(), part.range().records());
        }
        return places;
    }

    /**
     * {@return the place of a record}
     *
     * @throws IllegalArgumentException when no part of the company holds it
     */
    Place of(String file, int record) {
        TreeMap<Integer, Stretch> stretches = byFile.get(file);
        Map.Entry<Integer, Stretch> stretch = stretches == null ? null : stretches.floorEntry(record);
        if (stretch == null || record >= stretch.getKey() + stretch.getValue().records()) {
            throw new IllegalArgumentException(
                    "Record " + record + " of " + file + " is none of the company's own; it cannot be found again");
        }
        return new Place(stretch.getValue().part(), record - stretch.getKey());
    }

    private void add(String file, int first, int records) {
        byFile.computeIfAbsent(file, key -> new TreeMap<>()).put(first, new Stretch(parts++, records));
    }
}
