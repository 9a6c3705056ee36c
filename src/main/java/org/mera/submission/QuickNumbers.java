package org.mera.submission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.mera.csv.FieldCharacters;
import org.mera.csv.TextEncoding;

/**
 * Reads the numbers of fields, as {@link PlainDecimal} does. Of twenty million cells nearly all hold one of a few short texts: what each means is
 * found out once. Not thread-safe.
 */
final class QuickNumbers {

    /** What an empty field means. */
    static final int EMPTY = -2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_REMEMBERED = 7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = 8;

    private final FieldCharacters characters = new FieldCharacters();

    /** The bytes of a field and their count; 0 is no field's. */
    private final long[] keys = new long[1 << SLOT_BITS];

    private final int[] meanings = new int[1 << SLOT_BITS];
    private TextEncoding encoding = TextEncoding.UTF_8;

    /** Begins with the fields of a file that is written so. */
    void begin(TextEncoding newEncoding) {
        if (encoding != newEncoding) {
            encoding = newEncoding;
            Arrays.fill(keys, 0);
        }
    }

    /** {@return the number in tenths, {@link #EMPTY}, or {@link PlainDecimal#NONE}} */
    int tenths(byte[] bytes, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return EMPTY;
        }
        if (count > LONGEST_REMEMBERED || from + Long.BYTES > bytes.length) {
            return meaning(bytes, from, to);
        }
        long following = (long) LONGS.get(bytes, from);
        long key = ((long) count << (LONGEST_REMEMBERED * Byte.SIZE)) | (following & ((1L << (count * Byte.SIZE)) - 1));
        int slot = (int) ((key * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        if (keys[slot] != key) {
            meanings[slot] = meaning(bytes, from, to);
            keys[slot] = key;
        }
        return meanings[slot];
    }

    private int meaning(byte[] bytes, int from, int to) {
        characters.read(bytes, from, to, encoding);
        String text = characters.toString();
        return text.isEmpty() ? EMPTY : PlainDecimal.tenths(text);
    }
}
