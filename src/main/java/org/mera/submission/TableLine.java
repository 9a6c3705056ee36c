package org.mera.submission;

import java.util.List;

/**
 * A line of a Table: one criterion, as it was read.
 *
 * @param file       where it stands, relative to the inbox; the Table's own unless its lines stand in two files
 * @param record     its number in the file (header = 1)
 * @param scores     by column of the methodology, in units of the scale; {@link #UNSOUND} where blank or not on the scale
 * @param evidence   the cells' evidence as written, by column
 * @param notes      the cells' notes as written, by column
 * @param directions as written
 */
public record TableLine(
        String file,
        int record,
        int criterion,
        int[] scores,
        List<String> evidence,
        List<String> notes,
        String directions) {

    public static final int UNSOUND = -1;
}
