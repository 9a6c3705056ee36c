package org.mera.submission;

/**
 * Consecutive records of one company in a file. Two ranges of one company with adjacent ordinals stand together (only lines of no company and
 * empty ones part them).
 *
 * @param ordinal     in its file, from 0
 * @param offset      in bytes from the file's beginning
 * @param length      in bytes
 * @param firstRecord the number of its first record (header = 1)
 * @param records     how many records
 * @param sha256      of its bytes, 32 bytes
 */
public record Range(
        int ordinal, String company, long offset, int length, int firstRecord, int records, byte[] sha256) {}
