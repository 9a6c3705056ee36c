package org.mera.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.TextEncoding;

/**
 * What a file of the inbox turned out to be.
 *
 * @param file      path relative to the inbox, with {@code /}
 * @param size      in bytes
 * @param sha256    of its bytes, 64 lower-case hexadecimal digits
 * @param layout    null where the file is rejected before its header was understood
 * @param records   the number of its last record that has text
 * @param rejection why the whole file is rejected, or null
 */
public record FileScan(
        String file,
        long size,
        String sha256,
        TextEncoding encoding,
        char delimiter,
        @Nullable Layout layout,
        int records,
        @Nullable Problem rejection) {

    /** {@return why the whole file is rejected} Empty for a sound file. */
    public Optional<Problem> rejected() {
        return Optional.ofNullable(rejection);
    }
}
