package org.mera.csv;

import org.jspecify.annotations.Nullable;

/**
 * What a whole file turned out to be.
 *
 * @param size    in bytes
 * @param sha256  of all its bytes, 64 lower-case hexadecimal digits
 * @param records the number of its last record that is not empty; 0 for an empty file
 * @param fault   why the file as a whole cannot be read (bad-encoding, malformed-csv; unknown-header where there is no record), or null.
 *                Its {@code file} is empty: the caller knows the name
 */
public record CsvScan(
        TextEncoding encoding, char delimiter, long size, String sha256, int records, @Nullable Problem fault) {}
