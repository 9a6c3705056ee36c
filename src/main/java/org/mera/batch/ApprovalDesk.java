package org.mera.batch;

import java.util.List;

/** Where the committee closes a cycle, and opens it again. */
public interface ApprovalDesk {

    /**
     * Approves a cycle: prints and seals what the newest run has published as approved. Of a cycle that is approved by this protocol already, what is
     * damaged or missing of its outputs is restored. {@return what came of it}
     *
     * @param protocol number and date, as it is to be printed
     * @throws NotApprovableException        where something stands against it; the exception names everything
     * @throws org.mera.cycle.CycleException where nothing was run yet, or the cycle is approved by another protocol
     * @throws RunBrokenOffException         where it broke off; the same again goes on with it
     */
    ApprovalReport approve(int year, String protocol, Progress progress);

    /**
     * {@return what stands against approving a cycle now, a sentence each} Empty where it may be approved. Nothing is changed; the cycle is held while
     * it is looked at.
     *
     * @throws org.mera.cycle.CycleException     where nothing was run yet, or the cycle is approved
     * @throws org.mera.cycle.CycleBusyException when it is being run
     */
    List<String> obstacles(int year);

    /**
     * Opens an approved cycle again; the approved set is kept beside what will be published next. {@return what came of it}
     *
     * @throws org.mera.cycle.CycleException where the cycle is not approved, or its outputs are not those that were
     */
    ReopenReport reopen(int year, String reason);
}
