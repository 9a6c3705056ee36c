package org.mera.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts what the bytes of a file say about its encoding: well-formed and malformed multi-byte sequences of UTF-8 (no overlong forms, surrogates
 * or code points above U+10FFFF; a malformed one is a maximal part of a sequence, as decoders replace it), NULs, and 0x98, which is no character of
 * Windows-1251. Offsets are bytes from the file's beginning, -1 where there is none.
 */
final class EncodingCensus {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ALL_98 = 0x9898989898989898L;

    /** Added to a byte's bits 1 to 4, it carries into the high bit unless they are all 0, as in the leads of overlong forms. */
    private static final long CARRY = 0x7E7E7E7E7E7E7E7EL;

    private static final long LEAD_BITS = 0x1E1E1E1E1E1E1E1EL;

    private long wellFormed;
    private long malformed;
    private long firstMalformed = -1;
    private int firstMalformedByte;
    private long nuls;
    private long firstNul = -1;
    private long first98 = -1;

    private long size;
    private int awaited;
    private int low;
    private int high;
    private long sequenceStart;
    private int sequenceLead;

    /** Counts the next bytes of the file. */
    void add(byte[] bytes, int from, int to) {
        countUtf8(bytes, from, to);
        findForbidden(bytes, from, to);
        size += to - from;
    }

    /** Says that the file ends here: a sequence that is still open is malformed. */
    void end() {
        if (awaited > 0) {
            awaited = 0;
            addMalformed(sequenceStart, sequenceLead);
        }
    }

    long wellFormed() {
        return wellFormed;
    }

    long malformed() {
        return malformed;
    }

    /** {@return whether there was a byte that is not ASCII, in a sequence that has ended} */
    boolean hasEvidence() {
        return wellFormed + malformed > 0;
    }

    /** {@return whether what was seen so far is UTF-8} ASCII alone is. */
    boolean speaksForUtf8() {
        return wellFormed > malformed || !hasEvidence();
    }

    long firstMalformed() {
        return firstMalformed;
    }

    /** {@return the first byte of the first malformed sequence} */
    int firstMalformedByte() {
        return firstMalformedByte;
    }

    long first98() {
        return first98;
    }

    long firstNul() {
        return firstNul;
    }

    long nuls() {
        return nuls;
    }

    long size() {
        return size;
    }

    private void countUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (awaited == 0) {
                at = countWhole(bytes, at, from, to);
            }
            if (at < to) {
                at = step(bytes, at, from);
            }
        }
    }

    /**
     * Counts eight bytes at a time as long as they are ASCII and sequences of two bytes, as Russian UTF-8 is, or without any continuation byte, as
     * Russian Windows-1251 mostly is. {@return where something else stands}
     */
    private int countWhole(byte[] bytes, int start, int from, int to) {
        int at = start;
        while (at + 8 <= to) {
            long eight = (long) LONGS.get(bytes, at);
            long high = eight & HIGH_BITS;
            if (high == 0) {
                at += 8;
                continue;
            }
            long leads = high & (eight << 1);
            long continuations = high ^ leads;
            // What follows a lead in the eighth byte is not seen yet: that one is left to the next turn.
            long judged = leads & ~Long.MIN_VALUE;
            boolean pairs = continuations == judged << 8 && (isLong(eight) & judged) == 0;
            if (pairs) {
                wellFormed += Long.bitCount(judged);
            } else if (continuations == 0) {
                addMalformed(judged, eight, size + at - from);
            } else {
                return at;
            }
            at += leads == judged ? 8 : 7;
        }
        return at;
    }

    /** {@return the high bit of each lead byte that does not begin a sequence of two bytes} Of other bytes the bits mean nothing. */
    private static long isLong(long eight) {
        return ((eight << 2) | ~((eight & LEAD_BITS) + CARRY)) & HIGH_BITS;
    }

    private void addMalformed(long leads, long eight, long offset) {
        if (malformed == 0) {
            int shift = Long.numberOfTrailingZeros(leads) & ~7;
            firstMalformed = offset + shift / 8;
            firstMalformedByte = (int) (eight >>> shift) & 0xFF;
        }
        malformed += Long.bitCount(leads);
    }

    /** Takes one byte, or ends a broken sequence before it. {@return the next byte's place} */
    private int step(byte[] bytes, int at, int from) {
        int found = bytes[at] & 0xFF;
        if (awaited == 0) {
            begin(found, size + at - from);
            return at + 1;
        }
        if (found < low || found > high) {
            awaited = 0;
            addMalformed(sequenceStart, sequenceLead);
            return at;
        }
        low = 0x80;
        high = 0xBF;
        if (--awaited == 0) {
            wellFormed++;
        }
        return at + 1;
    }

    private void begin(int lead, long offset) {
        if (lead < 0x80) {
            return;
        }
        sequenceStart = offset;
        sequenceLead = lead;
        low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            awaited = 1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            awaited = 2;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            awaited = 3;
        } else {
            addMalformed(offset, lead);
        }
    }

    private void addMalformed(long offset, int lead) {
        if (malformed++ == 0) {
            firstMalformed = offset;
            firstMalformedByte = lead;
        }
    }

    private void findForbidden(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = (long) LONGS.get(bytes, at);
            boolean suspect = hasZero(eight) || (first98 < 0 && hasZero(eight ^ ALL_98));
            if (suspect) {
                findForbiddenSlowly(bytes, at, at + 8, from);
            }
        }
        findForbiddenSlowly(bytes, at, to, from);
    }

    private void findForbiddenSlowly(byte[] bytes, int start, int to, int from) {
        for (int at = start; at < to; at++) {
            if (bytes[at] == 0 && nuls++ == 0) {
                firstNul = size + at - from;
            }
            if (bytes[at] == (byte) 0x98 && first98 < 0) {
                first98 = size + at - from;
            }
        }
    }

    private static boolean hasZero(long eight) {
        return ((eight - ONES) & ~eight & HIGH_BITS) != 0;
    }
}
