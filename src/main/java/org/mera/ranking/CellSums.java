package org.mera.ranking;

/** The sums of all ranked companies' scores that count, in units, cell by cell; of a company nothing is kept. */
public final class CellSums {

    private final long[] cells;
    private int companies;

    /** @param cells how many a Table has */
    public CellSums(int cells) {
        this.cells = new long[cells];
    }

    /**
     * Adds a company's scores.
     *
     * @param counting in units, a byte a cell
     */
    public void add(byte[] counting) {
        if (counting.length != cells.length) {
            throw new IllegalArgumentException(counting.length + " scores are no Table of " + cells.length + " cells");
        }
        companies++;
        for (int i = 0; i < counting.length; i++) {
            cells[i] += counting[i] & 0xff;
        }
    }

    /** {@return how many were added} */
    public int companies() {
        return companies;
    }

    long[] cells() {
        return cells.clone();
    }
}
