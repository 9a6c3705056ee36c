package org.mera.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.Mean;
import org.mera.ranking.Ranking;
import org.mera.ranking.Statistics;
import org.mera.ranking.Summary;

/**
 * All that the committee's report prints. What may be long is asked for when it is printed, and again when the fingerprint is taken.
 *
 * @param lastYear  what the year before is compared by; null where there is none, or none that may be compared
 * @param findings  the problems, company by company
 * @param decisions and withdrawals; empty as long as there are none
 * @param facts     what is told besides
 */
public record CommitteePaper(
        PaperCycle cycle,
        Methodology methodology,
        Counts counts,
        Statistics statistics,
        @Nullable LastYear lastYear,
        Ranking ranking,
        Findings findings,
        DecisionList decisions,
        RatingFacts facts) {

    public CommitteePaper {
        if (statistics.companies() != ranking.companies().size()
                || counts.ranked() != ranking.companies().size()) {
            throw new IllegalArgumentException(
                    "Ranked are " + ranking.companies().size() + " companies; the counts say " + counts.ranked()
                            + ", the statistics " + statistics.companies());
        }
    }

    /**
     * The rating of the year before.
     *
     * @param indicator in percent
     * @param sections  of the same sections, in their order
     * @param columns   of the same columns, in their order
     */
    public record LastYear(int year, Summary indicator, List<Mean> sections, List<Mean> columns) {

        public LastYear {
            sections = List.copyOf(sections);
            columns = List.copyOf(columns);
        }
    }
}
