package org.mera.ranking;

import org.mera.methodology.Methodology;
import org.springframework.stereotype.Repository;

/** The rankings of earlier years: those of this home, and those brought in from before it. */
@Repository
public class JdbcPastRankings {

    /** {@return the ranking that comes before a year's, as the methodology of that year sees it} */
    public PreviousRanking before(int year, Methodology methodology) {
        return PreviousRanking.NONE;
    }
}
