package org.mera.ranking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.csv.Sha256;

/**
 * The ranking before this one.
 *
 * @param year               it is of; 0 where there is none
 * @param methodologyVersion it was measured by; empty where that is not known
 * @param ranks              by identity (code points), whether they may be compared or not
 * @param sums               what it was like as a whole; null where that is not known
 */
public record PreviousRanking(
        int year,
        String methodologyVersion,
        Comparability comparability,
        SortedMap<String, PastRank> ranks,
        @Nullable PastSums sums) {

    /** No earlier ranking. */
    public static final PreviousRanking NONE =
            new PreviousRanking(0, "", Comparability.NONE, Collections.emptySortedMap(), null);

    public PreviousRanking {
        TreeMap<String, PastRank> copy = new TreeMap<>(CodePoints.ORDER);
        copy.putAll(ranks);
        ranks = Collections.unmodifiableSortedMap(copy);
        if ((year == 0) != (comparability == Comparability.NONE)
                || (year == 0 && (!ranks.isEmpty() || sums != null || !methodologyVersion.isEmpty()))) {
            throw new IllegalArgumentException("An earlier ranking has a year, and none has nothing: " + year + ", "
                    + comparability + ", " + ranks.size() + " ranks");
        }
    }

    /** {@return whether there is an earlier ranking at all} */
    public boolean exists() {
        return year != 0;
    }

    /** {@return the places to compare with, by identity} Empty where they may not be compared. */
    public Map<String, PastRank> comparable() {
        return comparability.isComparable() ? ranks : Map.of();
    }

    /** {@return a hash of all that is told of it} 64 lower-case hexadecimal digits. */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        add(digest, year + "\n" + methodologyVersion + "\n" + comparability.word() + "\n" + sums + "\n");
        ranks.forEach((company, past) ->
                add(digest, company.length() + ":" + company + " " + past.rank() + " " + past.indicator() + "\n"));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
