package org.mera.submission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Texts as one compressed value: each as its length in bytes (7 bits a byte, the lowest first, the high bit set on all but the last) and its
 * UTF-8, all of it deflated. Not thread-safe; one serves many values.
 */
final class PackedTexts implements AutoCloseable {

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private byte[] plain = new byte[16_384];
    private int length;
    private byte[] packed = new byte[16_384];

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (plain.length - length < bytes.length + 5) {
            plain = Arrays.copyOf(plain, Math.max(plain.length * 2, length + bytes.length + 5));
        }
        int rest = bytes.length;
        while (rest > 0x7f) {
            plain[length++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        plain[length++] = (byte) rest;
        System.arraycopy(bytes, 0, plain, length, bytes.length);
        length += bytes.length;
    }

    /** {@return the texts added since the last call, packed} */
    byte[] pack() {
        deflater.reset();
        deflater.setInput(plain, 0, length);
        deflater.finish();
        int size = 0;
        while (!deflater.finished()) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            size += deflater.deflate(packed, size, packed.length - size);
        }
        length = 0;
        return Arrays.copyOf(packed, size);
    }

    @Override
    public void close() {
        deflater.end();
    }

    /** {@return the texts of a packed value, in order} */
    static List<String> unpack(byte[] packed) {
        byte[] plain = inflate(packed);
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < plain.length) {
            int size = 0;
            int shift = 0;
            while (plain[at] < 0) {
                size |= (plain[at++] & 0x7f) << shift;
                shift += 7;
            }
            size |= plain[at++] << shift;
            texts.add(new String(plain, at, size, StandardCharsets.UTF_8));
            at += size;
        }
        return texts;
    }

    private static byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(packed.length * 4);
            byte[] block = new byte[8192];
            while (!inflater.finished()) {
                int size = inflater.inflate(block);
                if (size == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("A packed value ends too soon");
                }
                plain.write(block, 0, size);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Not a packed value", e);
        } finally {
            inflater.end();
        }
    }
}
