package org.mera.ranking;

/**
 * How a company's scores that count lie on the scale.
 *
 * @param total   in units
 * @param lowest  cells with a 0
 * @param between cells with neither the lowest nor the highest score
 * @param highest cells with the highest score
 */
record ScoreSpread(String company, int total, int lowest, int between, int highest) {

    /** @param maximum the highest score, in units */
    static ScoreSpread of(String company, byte[] scores, int maximum) {
        int total = 0;
        int lowest = 0;
        int highest = 0;
        for (byte each : scores) {
            int score = each & 0xff;
            if (score > maximum) {
                throw new IllegalArgumentException(company + " has a score of " + score + " units that counts");
            }
            total += score;
            lowest += score == 0 ? 1 : 0;
            highest += score == maximum ? 1 : 0;
        }
        return new ScoreSpread(company, total, lowest, scores.length - lowest - highest, highest);
    }
}
