package org.mera.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of figures.
 *
 * @param block      the heading under which it stands; the same in all lines of a block
 * @param valueHead  what its block's values are, or empty
 * @param shareHead  what its block's shares are, or empty
 * @param changeHead what its block's changes are, or empty
 * @param bar        null: it has none
 */
record FigureRow(
        String block,
        String valueHead,
        String shareHead,
        String changeHead,
        String label,
        @Nullable MedianBar bar,
        String value,
        String share,
        String change) {}
