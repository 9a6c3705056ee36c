package org.mera.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps what a scan hands out, as the last start left it. */
class Collected implements RecordHandler {

    private final List<CsvRecord> records = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private int restarts;

    private @Nullable CsvScan scan;

    static Collected of(byte[] bytes, int chunk) throws IOException {
        Collected collected = new Collected();
        collected.scan = CsvScanner.scan(() -> new ByteArrayInputStream(bytes), chunk, collected);
        return collected;
    }

    static Collected of(byte[] bytes) throws IOException {
        Collected collected = new Collected();
        collected.scan = CsvScanner.scan(bytes, collected);
        return collected;
    }

    CsvScan scan() {
        return Objects.requireNonNull(scan);
    }

    List<CsvRecord> records() {
        return records;
    }

    /** Where each record begins. */
    List<Long> offsets() {
        return offsets;
    }

    int restarts() {
        return restarts;
    }

    @Override
    public boolean header(RawRecord header) {
        record(header);
        return true;
    }

    @Override
    public void record(RawRecord record) {
        records.add(new CsvRecord(
                record.number(),
                IntStream.range(0, record.fieldCount()).mapToObj(record::field).toList()));
        offsets.add(record.offset());
    }

    @Override
    public void restart() {
        records.clear();
        offsets.clear();
        restarts++;
    }
}
