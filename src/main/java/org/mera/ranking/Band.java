package org.mera.ranking;

/**
 * How many companies have an indicator in a band of ten percent.
 *
 * @param from the lowest indicator that belongs to it, in percent
 * @param to   the one that does not any more; the last band takes 100 in
 */
public record Band(int from, int to, int companies) {}
