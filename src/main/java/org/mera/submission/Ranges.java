package org.mera.submission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.csv.RawRecord;

/** Joins consecutive records of one company into ranges, while a file is scanned. */
final class Ranges {

    /** A longer range is cut, so that whoever reads it back needs little memory. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final Consumer<Range> sink;
    private final MessageDigest digest;

    private int ordinal;
    private @Nullable String company;
    private long offset;
    private int length;
    private int firstRecord;
    private int records;

    Ranges(Consumer<Range> sink) {
        this.sink = sink;
        this.digest = sha256();
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
        record.update(digest);
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
