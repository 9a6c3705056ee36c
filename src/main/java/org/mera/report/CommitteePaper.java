package org.mera.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.Mean;
import org.mera.ranking.PastSums;
import org.mera.ranking.PreviousRanking;
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
     * @param indicator in percent; null where the two may not be compared as a whole
     * @param sections  those that may be compared, with this methodology's numbers
     * @param columns   those that may be compared
     * @param criteria  those that may be compared, with this methodology's numbers
     */
    public record LastYear(
            int year, @Nullable Summary indicator, List<Mean> sections, List<Mean> columns, List<Mean> criteria) {

        public LastYear {
            sections = List.copyOf(sections);
            columns = List.copyOf(columns);
            criteria = List.copyOf(criteria);
        }

        /** {@return what is known of an earlier ranking} Null where nothing may be compared. */
        static @Nullable LastYear of(PreviousRanking previous) {
            PastSums sums = previous.sums();
            return sums == null
                    ? null
                    : new LastYear(
                            previous.year(),
                            sums.indicator(),
                            List.copyOf(sums.sections().values()),
                            List.copyOf(sums.columns().values()),
                            List.copyOf(sums.criteria().values()));
        }
    }
}
