package org.mera.methodology;

import java.math.BigDecimal;

/**
 * A class of the rating, where the committee has defined any.
 *
 * @param from the lowest indicator that belongs to it, in percent
 */
public record ScoreClass(String label, BigDecimal from) {}
