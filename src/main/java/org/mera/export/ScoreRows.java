package org.mera.export;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;

/** A criterion's scores as {@code [1.0,0.5,0.0,null]}. A methodology of few columns and scores has few different ones: each is laid out once. */
final class ScoreRows {

    /** Beyond so many possible rows they are laid out each time. */
    private static final int LARGEST = 1 << 16;

    private final int columns;
    private final String[] scores;
    private final byte[] @Nullable [] known;

    ScoreRows(Methodology methodology) {
        Scale scale = methodology.scale();
        this.columns = methodology.columns().size();
        this.scores = new String[scale.maximumUnits() + 2];
        scores[0] = "null";
        for (int units = 0; units <= scale.maximumUnits(); units++) {
            scores[units + 1] = scale.points(units);
        }
        this.known = new byte[possible()] @Nullable [];
    }

    private int possible() {
        long rows = 1;
        for (int column = 0; column < columns && rows <= LARGEST; column++) {
            rows *= scores.length;
        }
        return rows <= LARGEST ? (int) rows : 0;
    }

    /** {@return the row that begins at this cell} A cell is a score in units, or −1 where there is no sound one. */
    byte[] row(byte[] cells, int from) {
        if (known.length == 0) {
            return layOut(cells, from);
        }
        int number = 0;
        for (int cell = from; cell < from + columns; cell++) {
            // A score beyond the scale would be taken for another row.
            number = number * scores.length + Objects.checkIndex(cells[cell] + 1, scores.length);
        }
        byte[] row = known[number];
        if (row == null) {
            row = layOut(cells, from);
            known[number] = row;
        }
        return row;
    }

    private byte[] layOut(byte[] cells, int from) {
        StringBuilder row = new StringBuilder();
        for (int cell = from; cell < from + columns; cell++) {
            row.append(cell == from ? '[' : ',').append(scores[cells[cell] + 1]);
        }
        return row.append(']').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
