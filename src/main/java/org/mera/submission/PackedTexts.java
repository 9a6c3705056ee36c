package org.mera.submission;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * Texts as one compressed value: the CRC-32C of all that follows it, the number of the plain bytes, four bytes each, then the plain bytes as an LZ4
 * block. A text in them is a number (7 bits a byte, the lowest first, the high bit set on all but the last) and its own bytes. They are
 * Windows-1251, which has Russian in half the room, and the number is twice as many; of a text with other characters they are UTF-8, and the number
 * is one more. Not thread-safe; one serves many values.
 */
final class PackedTexts {

    /** Plain Java: what is faster warns of itself on a newer Java. */
    private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();

    private static final int HEAD = 8;

    private static final int LONGEST_NUMBER = 5;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final byte[] BYTES_OF_CHARACTERS = bytesOfCharacters();

    private final LZ4Compressor compressor = LZ4.fastCompressor();
    private byte[] plain = new byte[16_384];
    private int length;
    private byte[] packed = new byte[16_384];

    void add(String text) {
        int count = text.length();
        if (count == 0) {
            addNumber(0);
        } else if (!addSingleBytes(text, count)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            addNumber(bytes.length << 1 | 1);
            ensure(bytes.length);
            System.arraycopy(bytes, 0, plain, length, bytes.length);
            length += bytes.length;
        }
    }

    /** {@return the texts added since the last call, packed} */
    byte[] pack() {
        int most = HEAD + compressor.maxCompressedLength(length);
        if (packed.length < most) {
            packed = new byte[most];
        }
        int size = HEAD + compressor.compress(plain, 0, length, packed, HEAD, packed.length - HEAD);
        ByteBuffer head = ByteBuffer.wrap(packed);
        head.putInt(Integer.BYTES, length);
        head.putInt(0, checksum(packed, size));
        length = 0;
        return Arrays.copyOf(packed, size);
    }

    /**
     * {@return the texts of a packed value, in order}
     *
     * @throws IllegalArgumentException when it is not as it was packed
     */
    static List<String> unpack(byte[] packed) {
        byte[] plain = unpacked(packed);
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < plain.length) {
            int number = 0;
            int shift = 0;
            while (plain[at] < 0) {
                number |= (plain[at++] & 0x7f) << shift;
                shift += 7;
            }
            number |= plain[at++] << shift;
            int size = number >>> 1;
            texts.add(new String(plain, at, size, (number & 1) == 0 ? WINDOWS_1251 : StandardCharsets.UTF_8));
            at += size;
        }
        return texts;
    }

    private static byte[] unpacked(byte[] packed) {
        if (packed.length <= HEAD || ByteBuffer.wrap(packed).getInt() != checksum(packed, packed.length)) {
            throw new IllegalArgumentException(
                    "A packed value of " + packed.length + " bytes is damaged: its checksum differs");
        }
        byte[] plain = new byte[ByteBuffer.wrap(packed).getInt(Integer.BYTES)];
        LZ4.safeDecompressor().decompress(packed, HEAD, packed.length - HEAD, plain, 0, plain.length);
        return plain;
    }

    private static int checksum(byte[] packed, int size) {
        CRC32C checksum = new CRC32C();
        checksum.update(packed, Integer.BYTES, size - Integer.BYTES);
        return (int) checksum.getValue();
    }

    /** {@return whether Windows-1251 has all characters of the text} Else nothing is added. */
    private boolean addSingleBytes(String text, int count) {
        int start = length;
        addNumber(count << 1);
        ensure(count);
        byte[] target = plain;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            byte single = c < 0x80 ? (byte) c : c < BYTES_OF_CHARACTERS.length ? BYTES_OF_CHARACTERS[c] : 0;
            if (single == 0 && c != 0) {
                length = start;
                return false;
            }
            target[at++] = single;
        }
        length = at;
        return true;
    }

    private void addNumber(int number) {
        ensure(LONGEST_NUMBER);
        int rest = number;
        while (rest > 0x7f) {
            plain[length++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        plain[length++] = (byte) rest;
    }

    private void ensure(int more) {
        if (plain.length - length < more) {
            plain = Arrays.copyOf(plain, Math.max(plain.length * 2, Math.addExact(length, more)));
        }
    }

    /** {@return for each character its byte in Windows-1251} 0 where it has none. */
    private static byte[] bytesOfCharacters() {
        byte[] bytes = new byte['\u2122' + 1];
        for (int i = 0x80; i <= 0xff; i++) {
            char c = new String(new byte[] {(byte) i}, WINDOWS_1251).charAt(0);
            if (c < bytes.length) {
                bytes[c] = (byte) i;
            }
        }
        return bytes;
    }
}
