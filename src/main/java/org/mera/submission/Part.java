package org.mera.submission;

import org.mera.csv.TextEncoding;

/** A range of one company with its bytes, read back from its file. */
public record Part(String file, TextEncoding encoding, char delimiter, Layout layout, Range range, byte[] bytes) {}
