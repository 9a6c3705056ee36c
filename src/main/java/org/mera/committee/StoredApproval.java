package org.mera.committee;

/**
 * An approval as it is stored.
 *
 * @param revision   that was printed and sealed as approved
 * @param logEntries how many entries of the year's audit log are sealed with it
 */
public record StoredApproval(Approval approval, int revision, long logEntries) {}
