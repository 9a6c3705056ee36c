package org.mera.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts physical lines: LF, CRLF and a lone CR each end one, inside quotes too. */
final class LineCounter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long ALL_LF = 0x0A0A0A0A0A0A0A0AL;
    private static final long ALL_CR = 0x0D0D0D0D0D0D0D0DL;

    private long lines;
    private boolean afterCr;

    /** Counts the lines that end in these bytes, which follow those counted before. */
    void add(byte[] bytes, int from, int to) {
        lines += ends(bytes, from, to);
        if (to > from) {
            afterCr = bytes[to - 1] == '\r';
        }
    }

    /** Takes over that so many lines end in these bytes, a line end that goes on from those before counted once more. */
    void addRecords(byte[] bytes, int from, int to, int lineEnds) {
        if (to > from) {
            lines += afterCr && bytes[from] == '\n' ? lineEnds - 1 : lineEnds;
            afterCr = bytes[to - 1] == '\r';
        }
    }

    /** {@return the physical line (from 1) of the byte at {@code to}} The bytes from {@code from} on follow those counted; they stay uncounted. */
    int lineAt(byte[] bytes, int from, int to) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + lines + ends(bytes, from, to));
    }

    private long ends(byte[] bytes, int from, int to) {
        long found = 0;
        long carry = afterCr ? 0x80 : 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = (long) LONGS.get(bytes, at);
            long lf = equal(eight ^ ALL_LF);
            long cr = equal(eight ^ ALL_CR);
            found += Long.bitCount(lf | cr) - Long.bitCount(lf & (cr << 8 | carry));
            carry = cr >>> 56;
        }
        boolean cr = carry != 0;
        for (; at < to; at++) {
            if (bytes[at] == '\r' || (bytes[at] == '\n' && !cr)) {
                found++;
            }
            cr = bytes[at] == '\r';
        }
        return found;
    }

    /** {@return the high bit of each byte that is zero, exactly} */
    private static long equal(long eight) {
        return ~(((eight & LOW_BITS) + LOW_BITS) | eight | LOW_BITS);
    }
}
