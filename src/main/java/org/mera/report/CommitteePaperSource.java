package org.mera.report;

import org.mera.committee.JdbcDecisionLists;
import org.mera.committee.RatingFacts;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.JdbcStatistics;
import org.mera.ranking.Ranking;

/** Gathers what the committee's report of a revision prints. */
public final class CommitteePaperSource {

    private final JdbcStandings standings;
    private final JdbcStatistics statistics;
    private final JdbcFindings findings;
    private final JdbcDecisionLists decisionLists;

    public CommitteePaperSource(
            JdbcStandings standings,
            JdbcStatistics statistics,
            JdbcFindings findings,
            JdbcDecisionLists decisionLists) {
        this.standings = standings;
        this.statistics = statistics;
        this.findings = findings;
        this.decisionLists = decisionLists;
    }

    /**
     * {@return what the report prints} Findings are read when it is printed, and when its fingerprint is taken: all within one transaction, so that
     * they are of one moment and come bit by bit.
     *
     * @param ranking as it is stored of this revision
     */
    public CommitteePaper paper(
            Revision revision, Methodology methodology, Ranking ranking, PaperCycle cycle, RatingFacts facts) {
        return new CommitteePaper(
                cycle,
                methodology,
                standings.counts(revision),
                statistics.of(revision, methodology, ranking, facts.record().decisions()),
                CommitteePaper.LastYear.of(facts.previous()),
                ranking,
                findings.of(revision, ranking),
                decisionLists.of(revision, methodology, facts.record().decisions()),
                facts);
    }
}
