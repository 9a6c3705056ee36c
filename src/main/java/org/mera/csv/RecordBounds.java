package org.mera.csv;

import java.util.Arrays;

/** Where the fields of a record end, found once it is known where the record itself ends, and that it is sound. */
final class RecordBounds {

    private final byte delimiter;
    private final RecordEnd end;

    private int[] ends = new int[64];
    private int fields;

    RecordBounds(char delimiter) {
        this.delimiter = (byte) delimiter;
        this.end = new RecordEnd(delimiter);
    }

    /** Forgets the last record; the next {@link #advance} begins one. */
    void begin() {
        end.begin();
        fields = 0;
    }

    /**
     * Finds the record's end and its fields' ends.
     *
     * @param start where the record begins in {@code bytes}
     * @param limit where what has been read ends
     * @param last  whether nothing follows {@code limit}
     */
    RecordEnd.Outcome advance(byte[] bytes, int start, int limit, boolean last) {
        RecordEnd.Outcome outcome = end.advance(bytes, start, limit, last);
        if (outcome == RecordEnd.Outcome.COMPLETE) {
            split(bytes, start, end.contentLength());
        }
        return outcome;
    }

    /** {@return the record's bytes with its line end} After {@link #advance}. */
    int length() {
        return end.length();
    }

    /** Finds the fields' ends of the sound record that begins at {@code start} and has that many bytes without its line end. */
    void split(byte[] bytes, int start, int contentLength) {
        fields = 0;
        int to = start + contentLength;
        int at = start;
        while (true) {
            if (at < to && bytes[at] == '"') {
                at = behindQuoted(bytes, at, to);
            } else {
                while (at < to && bytes[at] != delimiter) {
                    at++;
                }
            }
            endField(at - start);
            if (at == to) {
                return;
            }
            at++;
        }
    }

    private static int behindQuoted(byte[] bytes, int openingQuote, int to) {
        int at = openingQuote + 1;
        while (true) {
            while (bytes[at] != '"') {
                at++;
            }
            at++;
            if (at == to || bytes[at] != '"') {
                return at;
            }
            at++;
        }
    }

    private void endField(int fieldEnd) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = fieldEnd;
    }

    int fields() {
        return fields;
    }

    /** {@return where a field of the record ends, relative to the record} */
    int end(int index) {
        return ends[index];
    }

    /** {@return the text of a field of the complete record that begins at {@code start}} Empty beyond the last field. */
    String text(int index, byte[] bytes, int start, TextEncoding encoding) {
        return index < fields ? FieldText.of(bytes, start + fieldStart(index), start + ends[index], encoding) : "";
    }

    /** {@return the bytes of a field of the complete record that begins at {@code start}, as they stand there} None beyond the last field. */
    byte[] raw(int index, byte[] bytes, int start) {
        return index < fields ? Arrays.copyOfRange(bytes, start + fieldStart(index), start + ends[index]) : new byte[0];
    }

    /** {@return whether these are the bytes of a field of the complete record that begins at {@code start}} */
    boolean isRaw(int index, byte[] raw, byte[] bytes, int start) {
        return index < fields
                ? Arrays.equals(bytes, start + fieldStart(index), start + ends[index], raw, 0, raw.length)
                : raw.length == 0;
    }

    /** {@return whether no field from this index on has text, in the complete record that begins at {@code start}} */
    boolean isBlankFrom(int index, byte[] bytes, int start, TextEncoding encoding) {
        for (int i = index; i < fields; i++) {
            if (!FieldText.isBlank(bytes, start + fieldStart(i), start + ends[i], encoding)) {
                return false;
            }
        }
        return true;
    }

    private int fieldStart(int index) {
        return index == 0 ? 0 : ends[index - 1] + 1;
    }
}
