package org.mera.submission;

/**
 * A file that was found in the inbox.
 *
 * @param file     path relative to the inbox, with {@code /}
 * @param size     in bytes, as the folder shows it
 * @param register whether its header is that of the register of companies
 */
public record InventoryFile(String file, long size, boolean register) {}
