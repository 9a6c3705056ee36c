package org.mera.seal;

import org.mera.committee.CommitteeRecord;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.Agreement;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Ranking;
import org.mera.ranking.Sensitivity;

/** What the outputs tell besides the ranking, worked out from what a recomputation knows: the one place where it is put in. */
final class RecomputedFacts {

    private RecomputedFacts() {}

    /** {@return the facts of a recomputed rating} */
    static RatingFacts of(
            Methodology methodology,
            KnownRating rating,
            Ranking ranking,
            CommitteeRecord record,
            PreviousRanking previous) {
        return new RatingFacts(record, previous, Agreement.NONE, Sensitivity.NONE);
    }
}
