package org.mera.ranking;

import java.math.BigDecimal;

/**
 * How many companies are in a class of the rating.
 *
 * @param from the lowest indicator that belongs to it, in percent
 */
public record ClassCount(String label, BigDecimal from, int companies) {}
