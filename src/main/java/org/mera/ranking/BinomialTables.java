package org.mera.ranking;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The tables for one probability, each made when it is first needed. */
final class BinomialTables {

    private final double probability;
    private final AtomicReferenceArray<BinomialTable> tables;

    BinomialTables(int mostCells, double probability) {
        this.probability = probability;
        this.tables = new AtomicReferenceArray<>(mostCells + 1);
    }

    /** {@return the table of so many cells} Two that are made at once are equal. */
    BinomialTable of(int cells) {
        BinomialTable table = tables.get(cells);
        if (table == null) {
            table = new BinomialTable(cells, probability);
            tables.set(cells, table);
        }
        return table;
    }
}
