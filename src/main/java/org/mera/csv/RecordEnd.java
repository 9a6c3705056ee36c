package org.mera.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where a record ends: RFC 4180 over bytes. A delimiter, a quote and a line end are the same bytes in UTF-8 and Windows-1251, so that no encoding
 * need be known. Fed piece by piece, it goes on where it stopped: all positions are kept relative to the record's beginning. Fields are not looked
 * at: between two quotes or line ends nothing can happen, so that eight bytes are passed at a time.
 */
final class RecordEnd {

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
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long FIRST = 0x80;
    private static final long ALL_QUOTES = ONES * '"';
    private static final long ALL_LF = ONES * '\n';
    private static final long ALL_CR = ONES * '\r';

    private final byte delimiter;

    private int contentLength;
    private int length;
    private int lineEnds;
    private int position;
    private int openingQuote = -1;
    private State state = State.UNQUOTED;

    RecordEnd(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    /** Forgets the last record; the next {@link #advance} begins one. */
    void begin() {
        lineEnds = 0;
        position = 0;
        openingQuote = -1;
        state = State.UNQUOTED;
    }

    /** {@return the record's bytes with its line end} */
    int length() {
        return length;
    }

    /** {@return the record's bytes without its line end} */
    int contentLength() {
        return contentLength;
    }

    /** {@return how many physical lines end in the complete record, those inside quotes too} */
    int lineEnds() {
        return lineEnds;
    }

    /** {@return where reading stopped, relative to the record: after a fault, the byte that is wrong} */
    int position() {
        return position;
    }

    /** {@return whether a quoted field was open, or had just been closed, where reading stopped} */
    boolean hasOpenQuote() {
        return state != State.UNQUOTED;
    }

    /** {@return the quote that opened the last quoted field, relative to the record} */
    int openingQuote() {
        return openingQuote;
    }

    /** {@return where, before {@code to}, a delimiter or a line end stands next; else {@code to}} */
    int endOfText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != delimiter && !isLineEnd(bytes[at])) {
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
        for (int at = start + position; at < stop; at += 8) {
            // What follows a quote inside a quoted field is looked at, whatever it is.
            long marks = marks(bytes, at, stop) | (state == State.AFTER_QUOTE ? FIRST : 0);
            while (marks != 0) {
                int shift = Long.numberOfTrailingZeros(marks);
                int mark = at + (shift >> 3);
                marks &= marks - 1;
                byte found = bytes[mark];
                if (state == State.QUOTED) {
                    if (found == '"') {
                        state = State.AFTER_QUOTE;
                        marks |= mark + 1 < stop ? 1L << shift << 8 : 0;
                    } else if (found == '\r' || bytes[mark - 1] != '\r') {
                        lineEnds++;
                    }
                } else if (isLineEnd(found)) {
                    return lineEnd(bytes, start, mark, end, last);
                } else if (state == State.AFTER_QUOTE) {
                    if (found != '"' && found != delimiter) {
                        position = mark - start;
                        return last || end - mark >= LOOK_AHEAD ? Outcome.TEXT_AFTER_QUOTE : Outcome.NEEDS_MORE;
                    }
                    state = found == '"' ? State.QUOTED : State.UNQUOTED;
                } else if (mark == start || bytes[mark - 1] == delimiter) {
                    openingQuote = mark - start;
                    state = State.QUOTED;
                }
            }
        }
        position = stop - start;
        return stop == end ? atEnd(last) : atLimit(bytes, start, stop, end, last);
    }

    /** {@return the high bit of each of the next eight bytes that is a quote or of a line end} */
    private static long marks(byte[] bytes, int at, int stop) {
        if (at + 8 <= stop) {
            long eight = (long) LONGS.get(bytes, at);
            return zeros(eight ^ ALL_QUOTES) | zeros(eight ^ ALL_LF) | zeros(eight ^ ALL_CR);
        }
        long marks = 0;
        for (int i = at; i < stop; i++) {
            marks |= bytes[i] == '"' || isLineEnd(bytes[i]) ? FIRST << (8 * (i - at)) : 0;
        }
        return marks;
    }

    /** {@return the high bit of each byte that is 0} */
    private static long zeros(long eight) {
        return ~(((eight & LOW_BITS) + LOW_BITS) | eight | LOW_BITS);
    }

    private static boolean isLineEnd(byte found) {
        return found == '\n' || found == '\r';
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
        boolean ends = state != State.QUOTED && isLineEnd(bytes[at]);
        return ends ? lineEnd(bytes, start, at, end, last) : Outcome.TOO_LONG;
    }

    private Outcome lineEnd(byte[] bytes, int start, int at, int end, boolean last) {
        position = at - start;
        if (bytes[at] == '\n') {
            lineEnds++;
            return complete(position, position + 1);
        }
        if (at + 1 == end && !last) {
            return Outcome.NEEDS_MORE;
        }
        lineEnds++;
        boolean pair = at + 1 < end && bytes[at + 1] == '\n';
        return complete(position, position + (pair ? 2 : 1));
    }

    private Outcome complete(int content, int whole) {
        contentLength = content;
        length = whole;
        return Outcome.COMPLETE;
    }
}
