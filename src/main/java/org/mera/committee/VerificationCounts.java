package org.mera.committee;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many of the verifications that stand have each outcome. */
public record VerificationCounts(int confirmed, int changed, int open) {

    /** {@return the counts of these} */
    public static VerificationCounts of(Collection<Verification> verifications) {
        Map<Verification.Outcome, Integer> counts = new EnumMap<>(Verification.Outcome.class);
        verifications.forEach(verification -> counts.merge(verification.outcome(), 1, Integer::sum));
        return new VerificationCounts(
                counts.getOrDefault(Verification.Outcome.CONFIRMED, 0),
                counts.getOrDefault(Verification.Outcome.CHANGED, 0),
                counts.getOrDefault(Verification.Outcome.OPEN, 0));
    }

    /** {@return how many were asked} */
    public int asked() {
        return confirmed + changed + open;
    }
}
