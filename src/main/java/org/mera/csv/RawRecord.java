package org.mera.csv;

import java.util.Arrays;

/**
 * One record as the scanner sees it: bytes with field boundaries, which are looked for only when they are asked for. It may be the first of a run:
 * see {@link RecordHandler#longestRun}. Valid only until the handler returns: the next record is the same object.
 */
public final class RawRecord {

    private final byte delimiter;
    private final RecordRun run;
    private final RecordBounds bounds;

    private TextEncoding encoding = TextEncoding.UTF_8;
    private byte[] bytes = new byte[0];
    private int start;
    private long offset;
    private int number;
    private boolean split;

    RawRecord(char delimiter, RecordRun run) {
        this.delimiter = (byte) delimiter;
        this.run = run;
        this.bounds = new RecordBounds(delimiter);
    }

    /** Shows the first record of the run in the window that has just been found. */
    RawRecord at(Window window, int newNumber, TextEncoding newEncoding) {
        encoding = newEncoding;
        bytes = window.bytes();
        start = window.start();
        offset = window.offset();
        number = newNumber;
        split = false;
        return this;
    }

    /** {@return the record's number: the first record of the file is 1, empty ones are counted} */
    public int number() {
        return number;
    }

    /** {@return where the record begins: bytes from the file's beginning} */
    public long offset() {
        return offset;
    }

    /** {@return the record's bytes with its line end} */
    public int length() {
        return run.firstLength();
    }

    /** {@return how many records the run has that begins with this one} */
    public int runRecords() {
        return run.records();
    }

    /** {@return the bytes of that run, with its line ends} */
    public int runLength() {
        return run.length();
    }

    /** {@return how many fields it has, empty ones counted} */
    public int fieldCount() {
        return bounds().fields();
    }

    /** {@return whether no field from this index (0-based) on has text} Spaces, NBSP and empty quotes are no text. */
    public boolean isBlankFrom(int index) {
        return !(index == 0 && beginsWithText()) && bounds().isBlankFrom(index, bytes, start, encoding);
    }

    /** {@return the text of the field at this index (0-based), unquoted, trimmed, NFC} Empty beyond the last field. */
    public String field(int index) {
        return bounds().text(index, bytes, start, encoding);
    }

    /** {@return a copy of what stands for the field in the file} Only to be compared by {@link #fieldEquals}; empty beyond the last field. */
    public byte[] rawField(int index) {
        return bounds().raw(index, bytes, start);
    }

    /**
     * {@return whether the field stands in the file as this copy of another record's {@link #rawField}} Then its text is the same too; where it is
     * not, the text may still be. Made for records that repeat the field of the one before them: no text is built.
     */
    public boolean fieldEquals(int index, byte[] raw) {
        return index == 0 ? beginsWith(raw) : bounds().isRaw(index, raw, bytes, start);
    }

    private RecordBounds bounds() {
        if (!split) {
            bounds.split(bytes, start, run.firstContentLength());
            split = true;
        }
        return bounds;
    }

    private boolean beginsWithText() {
        byte first = run.firstContentLength() == 0 ? 0 : bytes[start];
        return first > ' ' && first != '"' && first != delimiter;
    }

    /** What was a whole field elsewhere is one here too, where a delimiter or the end follows it. */
    private boolean beginsWith(byte[] raw) {
        int behind = start + raw.length;
        int contentEnd = start + run.firstContentLength();
        return behind <= contentEnd
                && (behind == contentEnd || bytes[behind] == delimiter)
                && Arrays.equals(bytes, start, behind, raw, 0, raw.length);
    }
}
