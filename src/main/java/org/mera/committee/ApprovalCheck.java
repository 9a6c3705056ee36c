package org.mera.committee;

/** Whether anything may be done to a cycle. */
public interface ApprovalCheck {

    /**
     * Lets pass who may act on an open cycle.
     *
     * @throws org.mera.cycle.CycleException where the cycle is approved
     */
    void requireOpen(int year);
}
