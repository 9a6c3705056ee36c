package org.mera.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.scoring.Decisions;

/**
 * All that the committee has done of a rated year, as far as a revision takes it in.
 *
 * @param verifications the standing ones, by company (code points), criterion and column
 * @param edition       1… of the cycle: one more than were approved before
 * @param approval      null as long as the result is preliminary
 */
public record CommitteeRecord(
        Decisions decisions, List<Verification> verifications, int edition, @Nullable Approval approval) {

    /** Where the committee has done nothing. */
    public static final CommitteeRecord NONE = new CommitteeRecord(Decisions.NONE, List.of(), 1, null);

    public CommitteeRecord {
        verifications = List.copyOf(verifications);
    }
}
