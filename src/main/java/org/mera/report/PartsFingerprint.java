package org.mera.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Sha256;

/** Hashes all that the parts of a paper tell their templates. */
final class PartsFingerprint {

    private final MessageDigest digest = Sha256.digest();

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Its length apart, so that no two texts run into one.
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    void add(Part part) {
        add(part.template());
        for (Map.Entry<String, Object> value : new TreeMap<>(part.values()).entrySet()) {
            add(value.getKey());
            add(text(value.getValue()));
        }
        part.rows().forEachRemaining(this::add);
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Record row) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            add(text(value(component, row)));
        }
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record gives what it holds", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Object[] many ? Arrays.toString(many) : String.valueOf(value);
    }
}
