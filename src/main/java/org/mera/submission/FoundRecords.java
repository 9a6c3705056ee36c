package org.mera.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.mera.csv.Problem;

/**
 * All that a revision's files hold of one company, each file as its number in the inventory: its lines of the register, and where its records stand.
 * Packed it is what the step assess goes by.
 */
final class FoundRecords {

    /**
     * A line of the register.
     *
     * @param entry its file is not named
     */
    record FoundEntry(int file, RegisterEntry entry) {}

    /** A range of records. */
    record FoundRange(int file, Form form, Range range) {}

    private static final Comparator<FoundEntry> ENTRY_ORDER = Comparator.comparingInt(FoundEntry::file)
            .thenComparingInt(found -> found.entry().line());

    /** By form first: where a Table stands is nothing to the documents, so neither is which of the two files comes first. */
    private static final Comparator<FoundRange> RANGE_ORDER = Comparator.comparing(FoundRange::form)
            .thenComparingInt(FoundRange::file)
            .thenComparingInt(found -> found.range().ordinal());

    private final String company;
    private final List<FoundEntry> entries = new ArrayList<>(1);
    private final List<FoundRange> ranges = new ArrayList<>(4);

    FoundRecords(String company) {
        this.company = company;
    }

    String company() {
        return company;
    }

    void add(FoundEntry entry) {
        entries.add(entry);
    }

    void add(FoundRange range) {
        ranges.add(range);
    }

    /** Puts what was added into the order in which it is checked. */
    void sort() {
        entries.sort(ENTRY_ORDER);
        ranges.sort(RANGE_ORDER);
    }

    List<FoundEntry> entries() {
        return entries;
    }

    List<FoundRange> ranges() {
        return ranges;
    }

    boolean isRegistered() {
        return !entries.isEmpty();
    }

    /** {@return whether a line of a Table was read} */
    boolean isHandedIn() {
        return !ranges.isEmpty() && ranges.get(0).form() == Form.TABLE;
    }

    /** {@return for each part the number of its file, and its first record} */
    int[] places() {
        int[] places = new int[2 * (entries.size() + ranges.size())];
        int at = 0;
        for (FoundEntry found : entries) {
            places[at++] = found.file();
            places[at++] = found.entry().line();
        }
        for (FoundRange found : ranges) {
            places[at++] = found.file();
            places[at++] = found.range().firstRecord();
        }
        return places;
    }

    byte[] pack() {
        PackedBytes packed = new PackedBytes();
        packed.put(entries.size());
        for (FoundEntry found : entries) {
            packed.put(found.file()).put(found.entry().line());
            EntryText.put(packed, found.entry());
        }
        packed.put(ranges.size());
        for (FoundRange found : ranges) {
            Range range = found.range();
            packed.put(found.file())
                    .put(found.form().name())
                    .put(range.ordinal())
                    .put(range.offset())
                    .put(range.length())
                    .put(range.firstRecord())
                    .put(range.records())
                    .put(range.sha256());
        }
        return packed.toByteArray();
    }

    static FoundRecords unpack(String company, byte[] bytes) {
        PackedBytes.Reader packed = new PackedBytes.Reader(bytes);
        FoundRecords found = new FoundRecords(company);
        for (int left = packed.number(); left > 0; left--) {
            int file = packed.number();
            found.add(new FoundEntry(file, EntryText.read(packed, company, packed.number())));
        }
        for (int left = packed.number(); left > 0; left--) {
            int file = packed.number();
            Form form = Form.valueOf(packed.text());
            int ordinal = packed.number();
            long offset = packed.longNumber();
            Range range = new Range(
                    ordinal, company, offset, packed.number(), packed.number(), packed.number(), packed.bytes());
            found.add(new FoundRange(file, form, range));
        }
        return found;
    }

    /** {@return the lines of the register, with their files' names} */
    List<RegisterEntry> entries(IntFunction<String> files) {
        return entries.stream()
                .map(found -> named(found.entry(), files.apply(found.file())))
                .toList();
    }

    private static RegisterEntry named(RegisterEntry entry, String file) {
        return new RegisterEntry(
                entry.id(),
                entry.name(),
                entry.industry(),
                entry.region(),
                entry.participation(),
                file,
                entry.line(),
                entry.problems().stream().map(problem -> named(problem, file)).toList());
    }

    private static Problem named(Problem problem, String file) {
        return new Problem(
                file,
                problem.line(),
                problem.company(),
                problem.criterion(),
                problem.column(),
                problem.severity(),
                problem.code(),
                problem.variant(),
                problem.value(),
                problem.details());
    }
}
