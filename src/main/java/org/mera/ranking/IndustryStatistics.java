package org.mera.ranking;

import org.mera.company.Company;

/**
 * The ranked companies of an industry.
 *
 * @param name      as most of them write it; of two that are as frequent the first by code points
 * @param indicator in percent
 * @param best      its first company; of those that share that place the first by identity
 * @param sharing   how many companies share that place, 1 where it stands alone
 */
public record IndustryStatistics(String name, int companies, Summary indicator, Company best, int sharing) {

    /** From how many companies on an industry is told of: fewer would be told apart. */
    public static final int SMALLEST = 3;
}
