package org.mera.scoring;

import java.time.LocalDate;

/**
 * The committee's score of a cell: it counts in place of the expert's.
 *
 * @param company   INN or code
 * @param column    the number of the Table's column
 * @param score     in units of the scale
 * @param evidence  what it rests on; may be empty
 * @param reason    why it was taken
 * @param protocol  the meeting's minutes
 * @param date      of the protocol
 */
public record Decision(
        String company,
        int criterion,
        int column,
        int score,
        String evidence,
        String reason,
        String protocol,
        LocalDate date) {

    public Decision {
        if (criterion < 1 || column < 1 || score < 0) {
            throw new IllegalArgumentException("Criteria and columns are numbered from 1, scores counted from 0, not "
                    + criterion + ", " + column + " and " + score);
        }
    }

    /** {@return whether the other is of the same cell of the same company} */
    boolean isOfCellOf(Decision other) {
        return criterion == other.criterion && column == other.column && company.equals(other.company);
    }
}
