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
    private static final int USUAL_LENGTH = 256;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = 9;

    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The characters of Windows-1251 by byte. None of them ever changes under NFC. */
    private static final char[] WINDOWS_1251 = windows1251();

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
    private char[] characters = new char[USUAL_LENGTH];

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
        boolean quoted = bytes[from] == '"';
        if (!quoted && bytes[from] > ' ' && bytes[to - 1] > ' ' && isAscii(from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        int start = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        if (characters.length < end - start) {
            characters = new char[Math.max(end - start, 2 * characters.length)];
        }
        int length =
                encoding == TextEncoding.UTF_8 ? readUtf8(start, end, quoted) : readWindows1251(start, end, quoted);
        return length < 0 ? FieldText.of(bytes, from, to, encoding) : trimmed(length);
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

    /** {@return how many characters there are, or -1 where a quote stands for another} */
    private int readWindows1251(int start, int end, boolean quoted) {
        int length = 0;
        for (int at = start; at < end; at++) {
            byte found = bytes[at];
            if (found == '"' && quoted) {
                return -1;
            }
            characters[length++] = WINDOWS_1251[found & 0xFF];
        }
        return length;
    }

    /** {@return how many characters there are, or -1 where one is not a plain letter or sign, which could combine with others} */
    private int readUtf8(int start, int end, boolean quoted) {
        int length = 0;
        int at = start;
        while (at < end) {
            byte found = bytes[at++];
            if (found >= 0) {
                if (found == '"' && quoted) {
                    return -1;
                }
                characters[length++] = (char) found;
            } else if (at < end && isPlainLead(found) && isContinuation(bytes[at])) {
                characters[length++] = (char) (((found & 0x1F) << 6) | (bytes[at++] & 0x3F));
            } else if (at + 1 < end && found == (byte) 0xE2 && bytes[at] == (byte) 0x80 && isPlainSign(bytes[at + 1])) {
                characters[length++] = (char) (0x2000 | (bytes[at + 1] & 0x3F));
                at += 2;
            } else {
                return -1;
            }
        }
        return length;
    }

    /** Of Latin letters up to U+02FF and of Russian ones up to U+047F. */
    private static boolean isPlainLead(byte found) {
        int lead = found & 0xFF;
        return (lead >= 0xC2 && lead <= 0xCB) || lead == 0xD0 || lead == 0xD1;
    }

    private static boolean isContinuation(byte found) {
        return (found & 0xC0) == 0x80;
    }

    /** The last byte of hyphens, dashes, quotation marks and dots, U+2010 to U+2027. */
    private static boolean isPlainSign(byte found) {
        int last = found & 0xFF;
        return last >= 0x90 && last <= 0xA7;
    }

    private String trimmed(int length) {
        int from = 0;
        int to = length;
        while (from < to && FieldText.isBlank(characters[from])) {
            from++;
        }
        while (from < to && FieldText.isBlank(characters[to - 1])) {
            to--;
        }
        return new String(characters, from, to - from);
    }

    private static String[] singleCharacters() {
        String[] texts = new String[128];
        Arrays.setAll(texts, c -> FieldText.clean(Character.toString(c)));
        return texts;
    }

    private static char[] windows1251() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, TextEncoding.WINDOWS_1251.charset()).toCharArray();
    }
}
