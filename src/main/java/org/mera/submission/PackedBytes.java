package org.mera.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts as bytes: a number as its four bytes, or eight; a text, in UTF-8, or bytes after their length. */
final class PackedBytes {

    private byte[] bytes = new byte[256];
    private int length;

    PackedBytes put(int number) {
        ensure(4);
        ByteBuffer.wrap(bytes).putInt(length, number);
        length += 4;
        return this;
    }

    PackedBytes put(long number) {
        ensure(8);
        ByteBuffer.wrap(bytes).putLong(length, number);
        length += 8;
        return this;
    }

    PackedBytes put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    PackedBytes put(byte[] value) {
        put(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** Reads what was put, in the same order. */
    static final class Reader {

        private final ByteBuffer bytes;

        Reader(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        int number() {
            return bytes.getInt();
        }

        long longNumber() {
            return bytes.getLong();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            byte[] value = new byte[bytes.getInt()];
            bytes.get(value);
            return value;
        }
    }
}
