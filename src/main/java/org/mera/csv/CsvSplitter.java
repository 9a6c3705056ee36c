package org.mera.csv;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Splits records that a scan has found sound, read back from their file, into the fields that {@link RawRecord#field} gives. The scanner's word
 * says where a record and its fields end; the text of a field is made when it is asked for.
 */
public final class CsvSplitter {

    /** Scores and the commas around them are short, evidence is long. */
    private static final int USUAL_FIELD = 6;

    private final byte[] bytes;
    private final TextEncoding encoding;
    private final RecordBounds bounds;
    private final FieldReader reader;

    /** For each record the place before its first byte, then where each of its fields ends: so a field begins behind the place before its own. */
    private int[] places;

    private int used;

    private CsvSplitter(byte[] bytes, TextEncoding encoding, char delimiter) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.bounds = new RecordBounds(delimiter);
        this.reader = new FieldReader(bytes, encoding);
        this.places = new int[bytes.length / USUAL_FIELD + 1];
    }

    /**
     * {@return the records in these bytes that are not empty, in order} They are read from the bytes, which must not change, and by one thread.
     *
     * @param bytes             whole records, line ends included
     * @param firstRecordNumber the number of the first record, be it empty or not
     * @throws IllegalArgumentException when a record is not sound
     */
    public static List<CsvRecord> split(byte[] bytes, TextEncoding encoding, char delimiter, int firstRecordNumber) {
        return new CsvSplitter(bytes, encoding, delimiter).split(firstRecordNumber);
    }

    private List<CsvRecord> split(int firstRecordNumber) {
        List<CsvRecord> records = new ArrayList<>();
        int number = firstRecordNumber;
        for (int start = 0; start < bytes.length; start += bounds.length()) {
            bounds.begin();
            RecordEnd.Outcome outcome = bounds.advance(bytes, start, bytes.length, true);
            if (outcome != RecordEnd.Outcome.COMPLETE) {
                throw new IllegalArgumentException("Record " + number + " is not sound: " + outcome);
            }
            if (!bounds.isBlankFrom(0, bytes, start, encoding)) {
                records.add(new CsvRecord(number, fields(start)));
            }
            number++;
        }
        return records;
    }

    private Fields fields(int start) {
        int count = bounds.fields();
        if (places.length - used <= count) {
            places = Arrays.copyOf(places, Math.max(2 * places.length, used + count + 1));
        }
        Fields fields = new Fields(used, count);
        places[used++] = start - 1;
        for (int i = 0; i < count; i++) {
            places[used++] = start + bounds.end(i);
        }
        return fields;
    }

    /** The fields of one record. Most are never asked for, or are the same short text again and again. */
    private final class Fields extends AbstractList<String> implements RandomAccess {

        private final int first;
        private final int count;

        Fields(int first, int count) {
            this.first = first;
            this.count = count;
        }

        @Override
        public String get(int index) {
            Objects.checkIndex(index, count);
            return reader.text(index, places[first + index] + 1, places[first + index + 1]);
        }

        @Override
        public int size() {
            return count;
        }
    }
}
