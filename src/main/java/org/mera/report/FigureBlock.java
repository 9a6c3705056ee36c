package org.mera.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of figures that stand under one heading. */
final class FigureBlock {

    private final String heading;
    private final String valueHead;
    private final String shareHead;
    private final String changeHead;
    private final List<FigureRow> rows = new ArrayList<>();

    FigureBlock(String heading, String valueHead, String shareHead, String changeHead) {
        this.heading = heading;
        this.valueHead = valueHead;
        this.shareHead = shareHead;
        this.changeHead = changeHead;
    }

    FigureBlock add(String label, @Nullable MedianBar bar, String value, String share, String change) {
        rows.add(new FigureRow(heading, valueHead, shareHead, changeHead, label, bar, value, share, change));
        return this;
    }

    FigureBlock add(String label, String value, String share) {
        return add(label, null, value, share, "");
    }

    List<FigureRow> rows() {
        return rows;
    }
}
