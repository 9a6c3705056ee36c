package org.mera.ranking;

import java.math.BigDecimal;

/**
 * What many totals or indicators are like, in points or in percent, two decimals, half-up.
 *
 * @param median    of an even number, the mean of the two in the middle
 * @param deviation the spread: the standard deviation of these companies (population, divided by their number)
 */
public record Summary(
        BigDecimal mean, BigDecimal median, BigDecimal deviation, BigDecimal minimum, BigDecimal maximum) {}
