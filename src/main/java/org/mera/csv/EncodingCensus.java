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

    /** How much is looked at in search of text that is ASCII alone. */
    private static final int BLOCK = 32;

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
        long base = size - from;
        int at = from;
        while (at < to) {
            if (awaited == 0) {
                at = countPlain(bytes, at, to);
            }
            if (at < to) {
                at = step(bytes[at] & 0xFF, at, base);
            }
        }
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

    /**
     * Counts eight bytes at a time without a branch for each, as long as they are ASCII, sequences of two bytes, and bytes that make no sequence:
     * so are Russian UTF-8 and Russian Windows-1251 almost wholly. {@return where something else stands, or what is first of its kind}
     */
    private int countPlain(byte[] bytes, int start, int to) {
        long wanted98 = first98 < 0 ? -1 : 0;
        long wantedMalformed = malformed == 0 ? -1 : 0;
        long pairsFound = 0;
        long brokenFound = 0;
        // The high bit of the first byte, where the byte before it is a lead; and where that is one of a longer or an
        // impossible sequence.
        long carry = 0;
        long longCarry = 0;
        int at = start;
        int block = at;
        while (at + 8 <= to) {
            if (at >= block && carry == 0) {
                at = behindAscii(bytes, at, to);
                block = at + BLOCK;
                if (at + 8 > to) {
                    break;
                }
            }
            long eight = (long) LONGS.get(bytes, at);
            long leads = HIGH_BITS & eight & (eight << 1);
            long continuations = (HIGH_BITS & eight) ^ leads;
            long behindLeads = (leads << 8) | carry;
            long longLeads = leads & isLong(eight);
            long broken = behindLeads ^ continuations;
            long special = zeros(eight)
                    | (wanted98 & zeros(eight ^ ALL_98))
                    | (continuations & ((longLeads << 8) | longCarry))
                    | (wantedMalformed & broken);
            if (special != 0) {
                long first = special & -special;
                pairsFound += Long.bitCount(behindLeads & continuations & (first - 1));
                brokenFound += Long.bitCount(broken & (first - 1));
                carry = behindLeads & first;
                at += Long.numberOfTrailingZeros(first) >> 3;
                break;
            }
            pairsFound += Long.bitCount(behindLeads & continuations);
            brokenFound += Long.bitCount(broken);
            carry = leads >>> 56;
            longCarry = longLeads >>> 56;
            at += 8;
        }
        wellFormed += pairsFound;
        malformed += brokenFound;
        return carry == 0 ? at : at - 1;
    }

    private static int behindAscii(byte[] bytes, int start, int to) {
        int at = start;
        for (; at + BLOCK <= to; at += BLOCK) {
            long first = (long) LONGS.get(bytes, at);
            long second = (long) LONGS.get(bytes, at + 8);
            long third = (long) LONGS.get(bytes, at + 16);
            long fourth = (long) LONGS.get(bytes, at + 24);
            long high = first | second | third | fourth;
            long zeros = (first - ONES) | (second - ONES) | (third - ONES) | (fourth - ONES);
            if (((high | zeros) & HIGH_BITS) != 0) {
                break;
            }
        }
        return at;
    }

    /** {@return the high bit of each lead byte that does not begin a sequence of two bytes} Of other bytes the bits mean nothing. */
    private static long isLong(long eight) {
        return (eight << 2) | ~((eight & LEAD_BITS) + CARRY);
    }

    /** {@return something else than 0 where one of eight bytes is 0} */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }

    /** Takes one byte, or ends a broken sequence before it. {@return the next byte's place} */
    private int step(int found, int at, long base) {
        if (found == 0x98 && first98 < 0) {
            first98 = base + at;
        }
        if (awaited == 0) {
            begin(found, base + at);
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
            if (lead == 0 && nuls++ == 0) {
                firstNul = offset;
            }
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
}
