package org.mera.submission;

import org.jspecify.annotations.Nullable;

/**
 * A file that was found in the inbox.
 *
 * @param file     path relative to the inbox, with {@code /}
 * @param size     in bytes, as the folder shows it
 * @param register whether its header is that of the register of companies
 * @param scan     the stored scan of the same bytes; null where there is none, and the file is to be read
 */
public record InventoryFile(String file, long size, boolean register, @Nullable Long scan) {}
