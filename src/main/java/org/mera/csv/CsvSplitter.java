package org.mera.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits records that a scan has found sound, read back from their file, into the fields that {@link RawRecord#field} gives.
 *
 * <p>OpenCSV splits them, one record at a time, so that the scanner's word alone says where a record ends. Two kinds of record it is not given:
 * those with a quote inside an unquoted field, where it reads a doubled quote as one; and those of more quoted fields than any form has, because it
 * looks for the next quote to the record's end at every field.
 */
public final class CsvSplitter {

    private static final int MOST_QUOTED_FIELDS = 64;

    private final byte[] bytes;
    private final TextEncoding encoding;
    private final RFC4180Parser parser;
    private final RecordBounds bounds;

    private CsvSplitter(byte[] bytes, TextEncoding encoding, char delimiter) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.parser = new RFC4180ParserBuilder().withSeparator(delimiter).build();
        this.bounds = new RecordBounds(delimiter);
    }

    /**
     * {@return the records in these bytes that are not empty, in order}
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

    private List<String> fields(int start) {
        String record = new String(bytes, start, bounds.contentLength(), encoding.charset());
        if (record.indexOf('"') >= 0 && !suitsOpenCsv(start)) {
            return fieldsByBounds(start);
        }
        try {
            String[] fields = parser.parseLine(record);
            Arrays.setAll(fields, i -> FieldText.clean(fields[i]));
            return List.of(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("A record in memory cannot fail to be read", e);
        }
    }

    private boolean suitsOpenCsv(int start) {
        return bounds.fields() <= MOST_QUOTED_FIELDS && !bounds.hasLiteralQuote(bytes, start);
    }

    private List<String> fieldsByBounds(int start) {
        String[] fields = new String[bounds.fields()];
        Arrays.setAll(fields, i -> bounds.text(i, bytes, start, encoding));
        return List.of(fields);
    }
}
