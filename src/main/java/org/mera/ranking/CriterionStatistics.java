package org.mera.ranking;

import java.util.List;

/**
 * How a criterion was scored over the ranked companies.
 *
 * @param all     in all columns together
 * @param columns in each column of the methodology
 */
public record CriterionStatistics(int number, ScoreShares all, List<ScoreShares> columns) {

    public CriterionStatistics {
        columns = List.copyOf(columns);
    }
}
