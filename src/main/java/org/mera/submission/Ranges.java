package org.mera.submission;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordsDigest;

/** Joins consecutive records of one company into ranges, while a file is scanned. */
final class Ranges {

    /** A longer range is cut, so that whoever reads it back needs little memory. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final Consumer<Range> sink;
    private final RecordsDigest digest = new RecordsDigest();

    private int ordinal;
    private @Nullable String company;
    private long offset;
    private int length;
    private int firstRecord;
    private int records;

    Ranges(Consumer<Range> sink) {
        this.sink = sink;
    }

    /** Adds a record of a company: to the open range where it goes on there, else to a new one. */
    void add(String owner, RawRecord record) {
        if (!owner.equals(company) || record.offset() != offset + length || length > LONGEST - record.length()) {
            close();
            company = owner;
            offset = record.offset();
            firstRecord = record.number();
        }
        length += record.length();
        records++;
        digest.add(record);
    }

    /** Ends the open range, if there is one. */
    void close() {
        if (company != null) {
            sink.accept(new Range(ordinal++, company, offset, length, firstRecord, records, digest.digest()));
            company = null;
            length = 0;
            records = 0;
        }
    }

    /** Hashes what was added while its bytes are still in memory. */
    void bytesLeave() {
        digest.settle();
    }
}
