package org.mera.batch;

import java.util.List;
import org.mera.committee.Approval;
import org.mera.committee.Verification;

/**
 * What came of an approval.
 *
 * @param run            that printed and sealed; the cycle is approved unless it failed
 * @param open           the verifications that are not answered yet
 * @param manifestSha256 of the approved set, to be written into the protocol; empty where the run failed
 */
public record ApprovalReport(RunSummary run, Approval approval, List<Verification> open, String manifestSha256) {

    public ApprovalReport {
        open = List.copyOf(open);
    }
}
