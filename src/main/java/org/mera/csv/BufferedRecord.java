package org.mera.csv;

import java.security.MessageDigest;

/** The record that stands in the window, seen again and again with other bytes: no object is made for a record or a field. */
final class BufferedRecord implements RawRecord {

    private final RecordBounds bounds;

    private TextEncoding encoding = TextEncoding.UTF_8;
    private byte[] bytes = new byte[0];
    private int start;
    private long offset;
    private int number;

    BufferedRecord(RecordBounds bounds) {
        this.bounds = bounds;
    }

    /** Shows the record that the bounds have just completed. */
    BufferedRecord at(Window window, int newNumber, TextEncoding newEncoding) {
        encoding = newEncoding;
        bytes = window.bytes();
        start = window.start();
        offset = window.offset();
        number = newNumber;
        return this;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public int length() {
        return bounds.length();
    }

    @Override
    public int fieldCount() {
        return bounds.fields();
    }

    @Override
    public boolean isBlankFrom(int index) {
        return bounds.isBlankFrom(index, bytes, start, encoding);
    }

    @Override
    public String field(int index) {
        return bounds.text(index, bytes, start, encoding);
    }

    @Override
    public byte[] rawField(int index) {
        return bounds.raw(index, bytes, start);
    }

    @Override
    public boolean fieldEquals(int index, byte[] raw) {
        return bounds.isRaw(index, raw, bytes, start);
    }

    @Override
    public void update(MessageDigest digest) {
        digest.update(bytes, start, bounds.length());
    }
}
