package org.mera.submission;

/**
 * A file of an inventory that has yet to be read.
 *
 * @param number its place in the inventory
 * @param file   path relative to the inbox, with {@code /}
 */
public record UnreadFile(int number, String file) {}
