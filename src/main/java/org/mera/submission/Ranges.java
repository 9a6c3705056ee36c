package org.mera.submission;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.csv.PassedBytes;
import org.mera.csv.Sha256;

/**
 * Joins consecutive records of one company into ranges, while a file is scanned. They are hashed, and handed on, when a good many of them have
 * passed: away from what is done for each record, hashing takes less time to run and far less to compile.
 */
final class Ranges {

    /** A longer range is cut, so that whoever reads it back needs little memory. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final Consumer<Range> sink;
    private final MessageDigest digest = Sha256.digest();
    private final List<Open> closed = new ArrayList<>();

    private int ordinal;
    private @Nullable Open open;

    Ranges(Consumer<Range> sink) {
        this.sink = sink;
    }

    /** {@return how many bytes the open range can take before it is cut} */
    int room() {
        return open == null ? LONGEST : LONGEST - open.length;
    }

    /** Adds records of a company that stand together: to the open range where they go on there, else to a new one. */
    void add(String owner, long offset, int length, int firstRecord, int records) {
        if (open == null || !open.goesOn(owner, offset, length)) {
            close();
            open = new Open(ordinal++, owner, offset, firstRecord);
        }
        open.length += length;
        open.records += records;
    }

    /** Ends the open range, if there is one. */
    void close() {
        if (open != null) {
            closed.add(open);
            open = null;
        }
    }

    /** Hashes what was added since the last call, and hands on the ranges that have ended. */
    void hash(PassedBytes bytes) {
        for (Open range : closed) {
            range.hash(bytes, digest);
            sink.accept(range.hashed(digest));
        }
        closed.clear();
        if (open != null) {
            open.hash(bytes, digest);
        }
    }

    /** Ends the last range when all records have passed. */
    void end() {
        if (open != null) {
            sink.accept(open.hashed(digest));
            open = null;
        }
    }

    /** A range that is not hashed to its end yet. */
    private static final class Open {

        private final int ordinal;
        private final String company;
        private final long offset;
        private final int firstRecord;

        private int length;
        private int records;
        private int hashed;

        Open(int ordinal, String company, long offset, int firstRecord) {
            this.ordinal = ordinal;
            this.company = company;
            this.offset = offset;
            this.firstRecord = firstRecord;
        }

        boolean goesOn(String owner, long nextOffset, int nextLength) {
            return owner.equals(company) && nextOffset == offset + length && length <= LONGEST - nextLength;
        }

        void hash(PassedBytes bytes, MessageDigest digest) {
            bytes.update(digest, offset + hashed, length - hashed);
            hashed = length;
        }

        Range hashed(MessageDigest digest) {
            return new Range(ordinal, company, offset, length, firstRecord, records, digest.digest());
        }
    }
}
