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
    private static final long HIGH_BITS = 0x8080808080808080L;
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
        int at = start + position;
        while (at < stop) {
            if (state == State.AFTER_QUOTE) {
                byte found = bytes[at];
                if (isLineEnd(found)) {
                    return lineEnd(bytes, start, at, end, last);
                }
                if (found != '"' && found != delimiter) {
                    position = at - start;
                    return last || end - at >= LOOK_AHEAD ? Outcome.TEXT_AFTER_QUOTE : Outcome.NEEDS_MORE;
                }
                state = found == '"' ? State.QUOTED : State.UNQUOTED;
                at++;
                continue;
            }
            at = nextMark(bytes, at, stop);
            if (at == stop) {
                break;
            }
            boolean quote = bytes[at] == '"';
            if (state == State.QUOTED) {
                if (quote) {
                    state = State.AFTER_QUOTE;
                } else if (bytes[at] == '\r' || bytes[at - 1] != '\r') {
                    lineEnds++;
                }
            } else if (!quote) {
                return lineEnd(bytes, start, at, end, last);
            } else if (at == start || bytes[at - 1] == delimiter) {
                openingQuote = at - start;
                state = State.QUOTED;
            }
            at++;
        }
        position = at - start;
        return at == end ? atEnd(last) : atLimit(bytes, start, at, end, last);
    }

    /** {@return where, before {@code to}, a quote or a byte of a line end stands next; else {@code to}} */
    private static int nextMark(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = (long) LONGS.get(bytes, at);
            long marks = zeros(eight ^ ALL_QUOTES) | zeros(eight ^ ALL_LF) | zeros(eight ^ ALL_CR);
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >> 3);
            }
        }
        while (at < to && bytes[at] != '"' && !isLineEnd(bytes[at])) {
            at++;
        }
        return at;
    }

    /** {@return the high bit of each byte that is 0, and perhaps of some above the lowest of them} */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
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
