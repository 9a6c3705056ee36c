package org.mera.committee;

import org.mera.ranking.Agreement;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Sensitivity;

/**
 * What the outputs of a revision tell besides the scores, the ranking and the problems.
 *
 * @param record      what the committee has done
 * @param previous    the ranking of the year before
 * @param agreement   of the assessors with each other
 * @param sensitivity of the places to the scores
 */
public record RatingFacts(
        CommitteeRecord record, PreviousRanking previous, Agreement agreement, Sensitivity sensitivity) {

    /** Where there is nothing to tell. */
    public static final RatingFacts NONE =
            new RatingFacts(CommitteeRecord.NONE, PreviousRanking.NONE, Agreement.NONE, Sensitivity.NONE);
}
