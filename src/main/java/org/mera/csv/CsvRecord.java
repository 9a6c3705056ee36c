package org.mera.csv;

import java.util.List;

/**
 * A record split into its fields.
 *
 * @param number in its file: the first record is 1, empty ones are counted
 * @param fields unquoted, trimmed (NBSP too), NFC
 */
public record CsvRecord(int number, List<String> fields) {}
