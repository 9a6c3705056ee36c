package org.mera.export;

import java.time.LocalDate;
import java.util.List;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.Ranking;
import org.mera.ranking.Statistics;

/**
 * What the workbook tells, besides the problems, which are too many to be held.
 *
 * @param year     the rated year
 * @param revision of the cycle
 * @param cutoff   the last date that a cited document may bear
 * @param files    of the inbox, by name (code points)
 * @param facts    what is told besides
 * @param decisions of the committee, and withdrawals
 */
public record WorkbookContent(
        Methodology methodology,
        int year,
        int revision,
        LocalDate cutoff,
        Counts counts,
        Ranking ranking,
        Statistics statistics,
        List<InputFile> files,
        RatingFacts facts,
        DecisionList decisions) {

    /** The content where nothing was decided. */
    public WorkbookContent(
            Methodology methodology,
            int year,
            int revision,
            LocalDate cutoff,
            Counts counts,
            Ranking ranking,
            Statistics statistics,
            List<InputFile> files,
            RatingFacts facts) {
        this(methodology, year, revision, cutoff, counts, ranking, statistics, files, facts, DecisionList.NONE);
    }

    /** A file of the inbox. */
    public record InputFile(String file, long size, String sha256) {}

    public WorkbookContent {
        files = List.copyOf(files);
    }
}
