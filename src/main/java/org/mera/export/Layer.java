package org.mera.export;

import java.util.List;
import org.mera.submission.Assessor;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/**
 * One assessor's scores as handed in, and where they stand, without their evidence.
 *
 * @param expert the expert's name or code; empty where none is named
 * @param counts whether they are the ones that count
 * @param faulty whether the Table, or a document that it cites, has a fault
 * @param file   relative to the inbox
 * @param lines  by criterion
 */
public record Layer(Assessor assessor, String expert, boolean counts, boolean faulty, String file, List<Line> lines) {

    /**
     * The scores of a criterion.
     *
     * @param record its number in the file (header = 1)
     * @param scores by column, in units; {@link TableLine#UNSOUND} where blank or not on the scale
     */
    public record Line(int criterion, int record, int[] scores) {}

    public Layer {
        lines = List.copyOf(lines);
    }

    /** {@return the scores of a Table} */
    public static Layer of(Table table) {
        return new Layer(
                table.assessor(),
                table.expert(),
                table.counts(),
                table.faulty(),
                table.file(),
                table.lines().stream()
                        .map(line -> new Line(line.criterion(), line.record(), line.scores()))
                        .toList());
    }
}
