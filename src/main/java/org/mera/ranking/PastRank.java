package org.mera.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Where a company stood a year before.
 *
 * @param indicator in percent, a point and two decimals; empty where the history has none
 */
public record PastRank(int rank, String indicator) {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,2})?");

    public PastRank {
        if (rank < 1) {
            throw new IllegalArgumentException("A rank is 1 or more, not " + rank);
        }
        if (!indicator.isEmpty()) {
            if (!PLAIN.matcher(indicator).matches()) {
                throw new IllegalArgumentException("An indicator looks like 74.25, not «" + indicator + "»");
            }
            indicator = new BigDecimal(indicator)
                    .setScale(2, RoundingMode.UNNECESSARY)
                    .toPlainString();
        }
    }
}
