package org.mera.scoring;

/**
 * A decision on a cell with what it changed.
 *
 * @param before   the score that counted before it, in units: the expert's, or that of the decision before; {@link #UNKNOWN} where no Table of the
 *                 company counts
 * @param standing whether no later decision is on the same cell
 */
public record DecidedCell(Decision decision, int before, boolean standing) {

    public static final int UNKNOWN = -1;
}
