package org.mera.sample;

/**
 * What an invented inbox shall hold.
 *
 * @param companies     1 to 10 000 000
 * @param year          the rated year; the same seed names the same companies in every year, so that a ranking can be compared with the last
 * @param seed          the same seed gives the same bytes
 * @param faultyPercent the share of companies that get one fault each, 0 to 100
 */
public record SampleOptions(int companies, int year, long seed, int faultyPercent) {

    static final int MOST_COMPANIES = 10_000_000;

    public SampleOptions {
        if (companies < 1 || companies > MOST_COMPANIES) {
            throw new IllegalArgumentException("A sample has 1 to " + MOST_COMPANIES + " companies, not " + companies);
        }
        if (year < 2000 || year > 2100) {
            throw new IllegalArgumentException("A rated year is one of 2000 to 2100, not " + year);
        }
        if (faultyPercent < 0 || faultyPercent > 100) {
            throw new IllegalArgumentException("The share of faulty companies is 0 to 100 %, not " + faultyPercent);
        }
    }
}
