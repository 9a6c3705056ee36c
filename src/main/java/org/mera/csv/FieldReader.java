package org.mera.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of the fields of a range, as {@link FieldText} does, but of the usual ones much faster. Millions of lines have the same few short
 * fields, scores above all: of those there is one text each, made once for all ranges. And a line's longer ones are often those of the line before.
 */
final class FieldReader {

    private static final int LONGEST_SHARED = 7;
    private static final int MOST_REMEMBERED = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = 9;

    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The texts of fields of one byte below 128, in either encoding: a score is one as a rule. */
    private static final String[] SINGLE = singleCharacters();

    /** Of each encoding the short texts. Any thread may put another one into a slot at any time: what stands there is compared. */
    private static final @Nullable Shared[] SHARED_OF_UTF_8 = new Shared[1 << SLOT_BITS];

    private static final @Nullable Shared[] SHARED_OF_WINDOWS_1251 = new Shared[1 << SLOT_BITS];

    /** @param key the bytes of the field and their count */
    private record Shared(long key, String text) {}

    private final byte[] bytes;
    private final TextEncoding encoding;
    private final @Nullable Shared[] shared;
    private final int[] formerFrom = new int[MOST_REMEMBERED];
    private final @Nullable String[] former = new String[MOST_REMEMBERED];
    private final int[] formerTo = new int[MOST_REMEMBERED];
    private final FieldCharacters characters = new FieldCharacters();

    FieldReader(byte[] bytes, TextEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.shared = encoding == TextEncoding.UTF_8 ? SHARED_OF_UTF_8 : SHARED_OF_WINDOWS_1251;
    }

    /** {@return the text of the field at this index (0-based) that stands between two places: unquoted, trimmed, NFC} */
    String text(int index, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from == 1 && bytes[from] >= 0) {
            return SINGLE[bytes[from]];
        }
        if (to - from <= LONGEST_SHARED) {
            return sharedText(from, to);
        }
        return index < MOST_REMEMBERED ? rememberedText(index, from, to) : newText(from, to);
    }

    private String sharedText(int from, int to) {
        long key = key(from, to);
        int slot = (int) ((key * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        Shared found = shared[slot];
        if (found == null || found.key != key) {
            found = new Shared(key, newText(from, to));
            shared[slot] = found;
        }
        return found.text;
    }

    private long key(int from, int to) {
        int count = to - from;
        long key = (long) count << (LONGEST_SHARED * Byte.SIZE);
        if (from + Long.BYTES <= bytes.length) {
            long following = (long) LONGS.get(bytes, from);
            return key | (following & ((1L << (count * Byte.SIZE)) - 1));
        }
        for (int i = 0; i < count; i++) {
            key |= (bytes[from + i] & 0xFFL) << (i * Byte.SIZE);
        }
        return key;
    }

    private String rememberedText(int index, int from, int to) {
        String text = former[index];
        if (text == null || !Arrays.equals(bytes, formerFrom[index], formerTo[index], bytes, from, to)) {
            text = newText(from, to);
            former[index] = text;
            formerFrom[index] = from;
            formerTo[index] = to;
        }
        return text;
    }

    private String newText(int from, int to) {
        if (bytes[from] != '"' && bytes[from] > ' ' && bytes[to - 1] > ' ' && isAscii(from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return characters.readPlain(bytes, from, to, encoding)
                ? characters.toString()
                : FieldText.of(bytes, from, to, encoding);
    }

    private boolean isAscii(int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (((long) LONGS.get(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private static String[] singleCharacters() {
        String[] texts = new String[128];
        Arrays.setAll(texts, c -> FieldText.clean(Character.toString(c)));
        return texts;
    }
}
