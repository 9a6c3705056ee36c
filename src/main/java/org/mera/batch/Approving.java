package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import org.mera.committee.Approval;
import org.mera.cycle.Revision;
import org.mera.seal.SealedFile;

/**
 * That a run is to end in an approval, or is to restore what was approved.
 *
 * @param logEntries how many entries of the year's audit log are sealed with it
 * @param unchanged  the files that an approval may not change: what was published before and is written anew must be equal; none where the cycle is
 *                   approved already
 * @param base       the revision that the committee has seen, or has approved: what is approved is made of the same files
 * @param isNew      whether the approval is yet to be stored
 * @param manifestSha256 of the approved set; empty where the approval is yet to be stored
 */
record Approving(
        Approval approval,
        long logEntries,
        List<SealedFile> unchanged,
        Revision base,
        boolean isNew,
        String manifestSha256) {

    Approving {
        unchanged = List.copyOf(unchanged);
    }

    /**
     * Makes sure that nothing else is approved or restored than what is meant.
     *
     * @throws NotAsApprovedException where it would be
     */
    void requireSame(Revision wanted, InboxSurvey survey) {
        boolean sameFiles = survey.isOf(base.fingerprint());
        if (isNew) {
            if (!sameFiles) {
                throw NotAsApprovedException.changedMeanwhile();
            }
            return;
        }
        List<String> changes = new ArrayList<>(TermChanges.between(base, wanted));
        if (!sameFiles) {
            changes.add(0, "the inbox has changed");
        }
        if (changes.isEmpty() && !base.isOfSameTerms(wanted)) {
            changes.add("its terms have changed");
        }
        if (!changes.isEmpty()) {
            throw NotAsApprovedException.notRestorable(String.join(", ", changes));
        }
    }
}
