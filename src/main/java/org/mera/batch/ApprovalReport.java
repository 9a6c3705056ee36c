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
 * @param before         the SHA-256 that it had where the cycle was approved by this protocol already; else empty
 */
public record ApprovalReport(
        RunSummary run, Approval approval, List<Verification> open, String manifestSha256, String before) {

    public ApprovalReport {
        open = List.copyOf(open);
    }
}
