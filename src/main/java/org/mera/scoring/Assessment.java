package org.mera.scoring;

import org.mera.methodology.Methodology;
import org.mera.methodology.Section;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/**
 * One assessor's scores for every criterion in every column.
 *
 * @param scores in units of the scale, criterion by criterion ({@code [criterion - 1][column]}); complete and sound
 */
public record Assessment(int[][] scores) {

    /**
     * {@return the scores of a Table}
     *
     * @throws IllegalArgumentException when a criterion is missing or a score is not on the scale
     */
    public static Assessment of(Methodology methodology, Table table) {
        int[][] scores = new int[methodology.criterionCount()][];
        for (TableLine line : table.lines()) {
            scores[line.criterion() - 1] = line.scores();
        }
        int columns = methodology.columns().size();
        int maximum = methodology.scale().maximumUnits();
        for (int i = 0; i < scores.length; i++) {
            requireSound(i + 1, scores[i], columns, maximum);
        }
        return new Assessment(scores);
    }

    /** {@return what these scores are worth when they count} Sums by column and section, and the total, in units of the scale. */
    public Result result(Methodology methodology) {
        int[] columnSums = new int[methodology.columns().size()];
        int[] sectionSums = new int[methodology.sections().size()];
        int total = 0;
        int criterion = 0;
        for (int section = 0; section < sectionSums.length; section++) {
            Section current = methodology.sections().get(section);
            for (int i = 0; i < current.criteria().size(); i++, criterion++) {
                for (int column = 0; column < columnSums.length; column++) {
                    int score = scores[criterion][column];
                    columnSums[column] += score;
                    sectionSums[section] += score;
                    total += score;
                }
            }
        }
        return new Result(columnSums, sectionSums, total);
    }

    private static void requireSound(int criterion, int[] scores, int columns, int maximum) {
        if (scores == null || scores.length != columns) {
            throw new IllegalArgumentException("Criterion " + criterion + " is not scored in every column");
        }
        for (int score : scores) {
            if (score < 0 || score > maximum) {
                throw new IllegalArgumentException("Criterion " + criterion + " has a score off the scale");
            }
        }
    }
}
