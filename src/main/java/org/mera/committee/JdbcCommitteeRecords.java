package org.mera.committee;

import org.jspecify.annotations.Nullable;
import org.mera.cycle.Revision;
import org.mera.scoring.JdbcDecisions;
import org.springframework.stereotype.Repository;

/** What the committee has done, as far as a revision takes it in. */
@Repository
public class JdbcCommitteeRecords {

    private final JdbcDecisions decisions;
    private final JdbcVerifications verifications;
    private final JdbcApprovals approvals;

    public JdbcCommitteeRecords(JdbcDecisions decisions, JdbcVerifications verifications, JdbcApprovals approvals) {
        this.decisions = decisions;
        this.verifications = verifications;
        this.approvals = approvals;
    }

    /**
     * {@return the record of a revision}
     *
     * @param approval by which it is being approved; null where it is not
     */
    public CommitteeRecord of(Revision revision, @Nullable Approval approval) {
        return new CommitteeRecord(
                decisions.upTo(revision.year(), revision.lastAct()),
                verifications.upTo(revision.year(), revision.lastAct()),
                approvals.edition(revision.year()),
                approval);
    }
}
