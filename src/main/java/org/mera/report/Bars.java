package org.mera.report;

import java.awt.Color;
import java.math.BigDecimal;

/** Bars without a median, in the colours of the papers' styles. */
final class Bars {

    private static final int NO_MEDIAN = -1;

    private final Color fill;
    private final Color frame;

    Bars(Papers papers) {
        this.fill = papers.colour("Bar");
        this.frame = papers.colour("BarFrame");
    }

    /** {@return a bar as long as a percentage of two decimals} */
    MedianBar of(BigDecimal percent) {
        return new MedianBar(percent.movePointRight(2).intValueExact(), NO_MEDIAN, fill, frame);
    }

    /** {@return the same without a frame} For what is not a share of a whole: within a frame the longest would look like all there is. */
    MedianBar unframed(BigDecimal percent) {
        return new MedianBar(percent.movePointRight(2).intValueExact(), NO_MEDIAN, fill, null);
    }
}
