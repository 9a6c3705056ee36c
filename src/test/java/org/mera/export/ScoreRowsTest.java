package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.methodology.Scale;
import org.mera.ranking.TestMethodology;

class ScoreRowsTest {

    private static final int FOUR_COLUMNS = 4;

    /** Up to 14 steps the rows of four columns are few enough to be kept. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 14, 15, 100})
    void laysOutEveryScoreOfAScaleInEveryColumn(int steps) {
        Scale scale = new Scale(new BigDecimal("0.5"), new BigDecimal("0.5").multiply(BigDecimal.valueOf(steps)));
        ScoreRows rows = rows(scale);

        for (int round = 0; round < 2; round++) {
            for (int column = 0; column < FOUR_COLUMNS; column++) {
                for (int units = -1; units <= steps; units++) {
                    byte[] cells = {9, 0, 1, 0, 1};
                    cells[1 + column] = (byte) units;

                    assertThat(new String(rows.row(cells, 1), StandardCharsets.US_ASCII))
                            .isEqualTo(expected(scale, cells));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void refusesAScoreBeyondTheScale(int steps) {
        ScoreRows rows = rows(new Scale(BigDecimal.ONE, BigDecimal.valueOf(steps)));

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> rows.row(new byte[] {0, 0, (byte) (steps + 1), 0}, 0));
    }

    @Test
    void knowsOtherColumns() {
        ScoreRows rows = new ScoreRows(TestMethodology.ofParks().build());

        assertThat(new String(rows.row(new byte[] {3, -1}, 0), StandardCharsets.US_ASCII))
                .isEqualTo("[3.0,null]");
    }

    private static ScoreRows rows(Scale scale) {
        return new ScoreRows(TestMethodology.aMethodology().scale(scale).build());
    }

    private static String expected(Scale scale, byte[] cells) {
        StringBuilder row = new StringBuilder();
        for (int cell = 1; cell <= FOUR_COLUMNS; cell++) {
            row.append(row.isEmpty() ? "[" : ",").append(cells[cell] < 0 ? "null" : scale.points(cells[cell]));
        }
        return row.append(']').toString();
    }
}
