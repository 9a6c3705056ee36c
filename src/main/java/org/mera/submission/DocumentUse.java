package org.mera.submission;

/** What the evidence of one Table makes of a document. */
final class DocumentUse {

    private final ParsedDocument document;
    private final EvidenceWarnings table;
    private final int[] alone;
    private boolean cited;
    private int toldInCell;

    DocumentUse(ParsedDocument document, EvidenceWarnings table, int columns) {
        this.document = document;
        this.table = table;
        alone = new int[columns];
    }

    ParsedDocument document() {
        return document;
    }

    boolean isOf(EvidenceWarnings other) {
        return table == other;
    }

    /** {@return whether this is its first citation in the Table} */
    boolean isFirst() {
        boolean first = !cited;
        cited = true;
        return first;
    }

    /** {@return whether nothing was said of it in this cell yet} Cells are counted from 1. */
    boolean isUntoldIn(int cell) {
        boolean untold = toldInCell != cell;
        toldInCell = cell;
        return untold;
    }

    /** It is the only evidence of a cell. */
    void addCell(int column) {
        alone[column]++;
    }

    /** {@return of how many cells of a column it is the only evidence} */
    int cells(int column) {
        return alone[column];
    }
}
