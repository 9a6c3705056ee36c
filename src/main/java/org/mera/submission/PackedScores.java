package org.mera.submission;

import java.util.Arrays;

/** A Table's scores as they are stored: a byte a cell, criterion by criterion, column by column; 255 where there is no sound score. */
public final class PackedScores {

    private static final byte UNSOUND = (byte) 255;

    private PackedScores() {}

    /** {@return the scores of these lines} Cells of criteria that have no line are without a sound score. */
    public static byte[] pack(Iterable<TableLine> lines, int criteria, int columns) {
        byte[] cells = new byte[criteria * columns];
        Arrays.fill(cells, UNSOUND);
        for (TableLine line : lines) {
            int from = (line.criterion() - 1) * columns;
            for (int column = 0; column < columns; column++) {
                int score = line.scores()[column];
                cells[from + column] = score == TableLine.UNSOUND ? UNSOUND : (byte) score;
            }
        }
        return cells;
    }

    /** {@return the scores of a criterion by column, in units; {@link TableLine#UNSOUND} where there is no sound one} */
    public static int[] of(byte[] cells, int criterion, int columns) {
        int[] scores = new int[columns];
        int from = (criterion - 1) * columns;
        for (int column = 0; column < columns; column++) {
            byte cell = cells[from + column];
            scores[column] = cell == UNSOUND ? TableLine.UNSOUND : cell & 0xff;
        }
        return scores;
    }
}
