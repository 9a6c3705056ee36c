package org.mera.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.mera.csv.CodePoints;
import org.mera.csv.Sha256;

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

    /** {@return the SHA-256 of a file, 64 lower-case hexadecimal digits} */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
