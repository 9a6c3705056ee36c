package org.mera.seal;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.mera.csv.CodePoints;

/**
 * A file with its hash.
 *
 * @param path   with {@code /}: an input's relative to the inbox, an output's relative to the set
 * @param size   in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record SealedFile(String path, long size, String sha256) {

    static final Comparator<SealedFile> ORDER = Comparator.comparing(SealedFile::path, CodePoints.ORDER);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public SealedFile {
        if (path.isEmpty() || size < 0 || !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "No file with its hash: «" + path + "», " + size + " bytes, SHA-256 «" + sha256 + "»");
        }
    }
}
