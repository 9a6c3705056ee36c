package org.mera.ranking;

import java.math.BigDecimal;

/**
 * The mean sum of a section or a column over the ranked companies.
 *
 * @param number  of the section or of the Table's column
 * @param points  two decimals, half-up
 * @param maximum the highest possible sum, in points
 * @param percent of the maximum, two decimals, half-up
 */
public record Mean(int number, BigDecimal points, BigDecimal maximum, BigDecimal percent) {}
