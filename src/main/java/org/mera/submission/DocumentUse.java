package org.mera.submission;

/** What the evidence of one Table makes of a document: what can be known of it beforehand is found out once, not at each of its citations. */
final class DocumentUse {

    private final ParsedDocument document;
    private final EvidenceWarnings table;
    private final boolean citedByClause;
    private final boolean covering;
    private final boolean late;
    private final boolean[] expected;
    private final int[] alone;
    private boolean cited;
    private int toldInCell;

    /** @param year the rated year */
    DocumentUse(ParsedDocument document, EvidenceWarnings table, TableForm form, int year) {
        this.document = document;
        this.table = table;
        citedByClause = document.isCitedByClause();
        covering = document.mayCover(year);
        late = document.isAfter(year);
        expected = new boolean[form.columnCount()];
        for (int column = 0; column < expected.length; column++) {
            expected[column] = document.isExpected(form, column);
        }
        alone = new int[form.columnCount()];
    }

    /** {@return whether a citation of it after the first names a clause} */
    boolean isCitedByClause() {
        return citedByClause;
    }

    /** {@return whether it may report on the rated year} */
    boolean isCovering() {
        return covering;
    }

    /** {@return whether it is surely later than the rated year} */
    boolean isLate() {
        return late;
    }

    /** {@return whether it is expected as evidence in a column} */
    boolean isExpected(int column) {
        return expected[column];
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
