package org.mera.csv;

/**
 * The characters of a field, without a text being made of them: the same that {@link FieldText} gives. One serves many fields, one after another;
 * not thread-safe.
 */
public final class FieldCharacters {

    private static final int USUAL_LENGTH = 256;

    /** The characters of Windows-1251 by byte. None of them ever changes under NFC. */
    private static final char[] WINDOWS_1251 = windows1251();

    private char[] characters = new char[USUAL_LENGTH];
    private int from;
    private int to;

    /** Reads the field that stands in these bytes, its quotes included: unquoted, trimmed, NFC. */
    public void read(byte[] bytes, int start, int end, TextEncoding encoding) {
        if (!readPlain(bytes, start, end, encoding)) {
            characters = FieldText.of(bytes, start, end, encoding).toCharArray();
            from = 0;
            to = characters.length;
        }
    }

    /** {@return the array that holds the characters} It is another one, or holds others, after the next {@link #read}. */
    public char[] characters() {
        return characters;
    }

    /** {@return the index of the first character} */
    public int from() {
        return from;
    }

    /** {@return the index behind the last character} */
    public int to() {
        return to;
    }

    /** {@return whether there was nothing in it that wants more care} Then the characters are known. */
    boolean readPlain(byte[] bytes, int start, int end, TextEncoding encoding) {
        boolean quoted = start < end && bytes[start] == '"';
        int first = quoted ? start + 1 : start;
        int last = quoted ? end - 1 : end;
        if (characters.length < last - first) {
            characters = new char[Math.max(last - first, 2 * characters.length)];
        }
        int length = encoding == TextEncoding.UTF_8
                ? readUtf8(bytes, first, last, quoted)
                : readWindows1251(bytes, first, last, quoted);
        if (length < 0) {
            return false;
        }
        trim(length);
        return true;
    }

    private void trim(int length) {
        from = 0;
        to = length;
        while (from < to && FieldText.isBlank(characters[from])) {
            from++;
        }
        while (from < to && FieldText.isBlank(characters[to - 1])) {
            to--;
        }
    }

    /** {@return how many characters there are, or -1 where a quote stands for another} */
    private int readWindows1251(byte[] bytes, int start, int end, boolean quoted) {
        char[] target = characters;
        int length = 0;
        for (int at = start; at < end; at++) {
            byte found = bytes[at];
            if (found == '"' && quoted) {
                return -1;
            }
            target[length++] = WINDOWS_1251[found & 0xFF];
        }
        return length;
    }

    /** {@return how many characters there are, or -1 where one is not a plain letter or sign, which could combine with others} */
    private int readUtf8(byte[] bytes, int start, int end, boolean quoted) {
        char[] target = characters;
        int length = 0;
        int at = start;
        while (at < end) {
            byte found = bytes[at++];
            if (found >= 0) {
                if (found == '"' && quoted) {
                    return -1;
                }
                target[length++] = (char) found;
            } else if (at < end && isPlainLead(found) && isContinuation(bytes[at])) {
                target[length++] = (char) (((found & 0x1F) << 6) | (bytes[at++] & 0x3F));
            } else if (at + 1 < end && found == (byte) 0xE2 && bytes[at] == (byte) 0x80 && isPlainSign(bytes[at + 1])) {
                target[length++] = (char) (0x2000 | (bytes[at + 1] & 0x3F));
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

    /** {@return whether a byte is one of UTF-8 behind the first of a character} */
    public static boolean isContinuation(byte found) {
        return (found & 0xC0) == 0x80;
    }

    /** {@return whether a byte is the last of hyphens, dashes, quotation marks and dots, U+2010 to U+2027, in UTF-8} */
    public static boolean isPlainSign(byte found) {
        int last = found & 0xFF;
        return last >= 0x90 && last <= 0xA7;
    }

    private static char[] windows1251() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, TextEncoding.WINDOWS_1251.charset()).toCharArray();
    }

    @Override
    public String toString() {
        return new String(characters, from, to - from);
    }
}
