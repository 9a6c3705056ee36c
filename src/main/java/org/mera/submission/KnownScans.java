package org.mera.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scans that are stored for a methodology and rules: files of the same bytes need not be read again. Not thread-safe while it is filled. */
public final class KnownScans {

    /**
     * A stored scan.
     *
     * @param register whether it is of a sound register of companies
     */
    public record KnownScan(long id, boolean register) {}

    private final Set<Long> sizes = new HashSet<>();
    private final Map<String, KnownScan> byHash = new HashMap<>();

    /** Adds a scan; of two scans of the same bytes the first one added is known. */
    void add(long size, String sha256, KnownScan scan) {
        sizes.add(size);
        byHash.putIfAbsent(sha256, scan);
    }

    /** {@return whether a file of so many bytes may have been read before} Where not, its hash need not be asked for. */
    public boolean mayHold(long size) {
        return sizes.contains(size);
    }

    /** {@return the scan of the bytes that have this hash} 64 lower-case hexadecimal digits. */
    public Optional<KnownScan> of(String sha256) {
        return Optional.ofNullable(byHash.get(sha256));
    }
}
