package org.mera.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mera.methodology.Methodology;

/** Counts how often each cell has each score. */
final class ScoreTally {

    private final Methodology methodology;
    private final int columns;
    private final int scores;

    /** By criterion, column and score. */
    private final int[] counts;

    private int companies;

    ScoreTally(Methodology methodology) {
        this.methodology = methodology;
        this.columns = methodology.columns().size();
        this.scores = methodology.scale().maximumUnits() + 1;
        this.counts = new int[methodology.criterionCount() * columns * scores];
    }

    /** {@return the sum of a company's scores, after they are counted} */
    int add(byte[] cells) {
        if (cells.length * scores != counts.length) {
            throw new IllegalArgumentException(
                    "A company has " + counts.length / scores + " scores, not " + cells.length);
        }
        int sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            // A score off the scale would be counted as another cell's.
            counts[cell * scores + scoreOnScale(cells[cell])]++;
            sum += cells[cell];
        }
        companies++;
        return sum;
    }

    private int scoreOnScale(byte cell) {
        if (cell < 0 || cell >= scores) {
            throw new IllegalArgumentException("A score of " + cell + " units is off the scale");
        }
        return cell;
    }

    /** {@return what is counted, by criterion} Empty where there is no company. */
    List<CriterionStatistics> criteria() {
        List<CriterionStatistics> criteria = new ArrayList<>();
        for (int i = 0; i < methodology.criterionCount() && companies > 0; i++) {
            Integer[] all = new Integer[scores];
            Arrays.fill(all, 0);
            List<ScoreShares> byColumn = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                List<Integer> cell = cell(i * columns + column);
                for (int score = 0; score < scores; score++) {
                    all[score] += cell.get(score);
                }
                byColumn.add(ScoreShares.of(methodology.scale(), cell));
            }
            criteria.add(new CriterionStatistics(i + 1, ScoreShares.of(methodology.scale(), List.of(all)), byColumn));
        }
        return criteria;
    }

    private List<Integer> cell(int cell) {
        return Arrays.stream(counts, cell * scores, (cell + 1) * scores).boxed().toList();
    }
}
