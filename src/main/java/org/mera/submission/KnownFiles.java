package org.mera.submission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The sound files of a revision that the chunks of a run have asked for so far: large files hold companies of every chunk, and are asked for
 * hundreds of times. As many are kept as take little memory. For several threads.
 */
public final class KnownFiles {

    private static final int MOST = 10_000;

    private final ConcurrentMap<Integer, ScannedFile> byNumber = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ScannedFile.Writing> writings = new ConcurrentHashMap<>();

    /** {@return a file} Null where it is not known. */
    @Nullable
    ScannedFile get(int number) {
        return byNumber.get(number);
    }

    /** {@return how a file is written, the same object for all that are written so} */
    ScannedFile.Writing writing(String encoding, String delimiter, String form, String columns) {
        String key = String.join("\n", encoding, delimiter, form, columns);
        ScannedFile.Writing known = writings.get(key);
        if (known == null) {
            known = ScannedFile.Writing.of(encoding, delimiter, form, columns);
            add(writings, key, known);
        }
        return known;
    }

    void add(int number, ScannedFile file) {
        add(byNumber, number, file);
    }

    private static <K, V> void add(ConcurrentMap<K, V> kept, K key, V value) {
        if (kept.size() < MOST) {
            kept.put(key, value);
        }
    }
}
