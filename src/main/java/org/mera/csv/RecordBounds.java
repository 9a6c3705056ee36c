package org.mera.csv;

import java.util.Arrays;

/**
 * Where a record and its fields end: RFC 4180 over bytes. A delimiter, a quote and a line end are the same bytes in UTF-8 and Windows-1251, so
 * that no encoding need be known. Fed piece by piece, it goes on where it stopped: all positions are kept relative to the record's beginning.
 */
final class RecordBounds {

    /** The longest record that is read, in bytes without its line end. */
    static final int LONGEST = 1 << 20;

    /** How many bytes beyond a quote's wrong neighbour are waited for, so that a message can show them. */
    static final int LOOK_AHEAD = 64;

    /** What was found by {@link #advance}. */
    enum Outcome {
        COMPLETE,
        NEEDS_MORE,
        UNCLOSED_QUOTE,
        TEXT_AFTER_QUOTE,
        TOO_LONG
    }

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private final byte delimiter;
    private final boolean[] ending = new boolean[256];

    private int[] ends = new int[64];
    private int fields;
    private int length;
    private int position;
    private int openingQuote;
    private State state = State.FIELD_START;

    RecordBounds(char delimiter) {
        this.delimiter = (byte) delimiter;
        ending[delimiter] = true;
        ending['\n'] = true;
        ending['\r'] = true;
    }

    /** Forgets the last record; the next {@link #advance} begins one. */
    void begin() {
        fields = 0;
        length = 0;
        position = 0;
        openingQuote = -1;
        state = State.FIELD_START;
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

    /** {@return whether an unquoted field of the complete record that begins at {@code start} has a quote in it} */
    boolean hasLiteralQuote(byte[] bytes, int start) {
        for (int i = 0; i < fields; i++) {
            int from = start + fieldStart(i);
            int to = start + ends[i];
            boolean unquoted = from < to && bytes[from] != '"';
            for (int at = from; unquoted && at < to; at++) {
                if (bytes[at] == '"') {
                    return true;
                }
            }
        }
        return false;
    }

    private int fieldStart(int index) {
        return index == 0 ? 0 : ends[index - 1] + 1;
    }

    /** {@return the record's bytes with its line end} */
    int length() {
        return length;
    }

    /** {@return the record's bytes without its line end} */
    int contentLength() {
        return ends[fields - 1];
    }

    /** {@return where reading stopped, relative to the record: after a fault, the byte that is wrong} */
    int position() {
        return position;
    }

    /** {@return whether a quoted field was open, or had just been closed, where reading stopped} */
    boolean hasOpenQuote() {
        return state == State.QUOTED || state == State.AFTER_QUOTE;
    }

    /** {@return the quote that opened the last quoted field, relative to the record} */
    int openingQuote() {
        return openingQuote;
    }

    /** {@return where, before {@code to}, a delimiter or a line end stands next; else {@code to}} */
    int endOfText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !ending[bytes[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /**
     * Goes on with the record.
     *
     * @param start where the record begins in {@code bytes}
     * @param end   where what has been read ends
     * @param last  whether nothing follows {@code end}
     */
    Outcome advance(byte[] bytes, int start, int end, boolean last) {
        int stop = Math.min(end, start + LONGEST);
        int at = start + position;
        while (at < stop) {
            byte found = bytes[at];
            switch (state) {
                case FIELD_START -> {
                    if (found == '"') {
                        openingQuote = at - start;
                        state = State.QUOTED;
                        at++;
                    } else {
                        state = State.UNQUOTED;
                    }
                }
                case QUOTED -> {
                    while (at < stop && bytes[at] != '"') {
                        at++;
                    }
                    if (at < stop) {
                        state = State.AFTER_QUOTE;
                        at++;
                    }
                }
                case UNQUOTED -> {
                    at = endOfText(bytes, at, stop);
                    if (at < stop) {
                        if (bytes[at] != delimiter) {
                            return lineEnd(bytes, start, at, end, last);
                        }
                        endField(at++ - start);
                    }
                }
                case AFTER_QUOTE -> {
                    if (found == '"') {
                        state = State.QUOTED;
                        at++;
                    } else if (found == delimiter) {
                        endField(at++ - start);
                    } else if (found == '\n' || found == '\r') {
                        return lineEnd(bytes, start, at, end, last);
                    } else {
                        position = at - start;
                        return last || end - at >= LOOK_AHEAD ? Outcome.TEXT_AFTER_QUOTE : Outcome.NEEDS_MORE;
                    }
                }
            }
        }
        position = at - start;
        return at == end ? atEnd(last) : atLimit(bytes, start, at, end, last);
    }

    private Outcome atEnd(boolean last) {
        if (!last) {
            return Outcome.NEEDS_MORE;
        }
        if (state == State.QUOTED) {
            return Outcome.UNCLOSED_QUOTE;
        }
        return complete(position, position);
    }

    /** A record of the greatest length is sound only where its line ends. */
    private Outcome atLimit(byte[] bytes, int start, int at, int end, boolean last) {
        byte found = bytes[at];
        boolean ends = state != State.QUOTED && (found == '\n' || found == '\r');
        return ends ? lineEnd(bytes, start, at, end, last) : Outcome.TOO_LONG;
    }

    private Outcome lineEnd(byte[] bytes, int start, int at, int end, boolean last) {
        position = at - start;
        if (bytes[at] == '\n') {
            return complete(position, position + 1);
        }
        if (at + 1 == end && !last) {
            return Outcome.NEEDS_MORE;
        }
        boolean pair = at + 1 < end && bytes[at + 1] == '\n';
        return complete(position, position + (pair ? 2 : 1));
    }

    private Outcome complete(int content, int whole) {
        endField(content);
        length = whole;
        return Outcome.COMPLETE;
    }

    private void endField(int end) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = end;
        state = State.FIELD_START;
    }
}
