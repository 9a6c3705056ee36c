package org.mera.committee;

/**
 * An approval as it is stored.
 *
 * @param revision       that was printed and sealed as approved
 * @param logEntries     how many entries of the year's audit log are sealed with it
 * @param manifestSha256 of the approved set; where that had to be restored, of the restored one
 */
public record StoredApproval(Approval approval, int revision, long logEntries, String manifestSha256) {}
