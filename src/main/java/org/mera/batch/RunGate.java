package org.mera.batch;

import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleLock;

/** Whether a run may begin, asked as soon as it holds the cycle. */
interface RunGate {

    /**
     * {@return the approval that the run is to end in; null: none}
     *
     * @throws org.mera.cycle.CycleException where the run may not begin
     * @throws NotApprovableException        where the cycle cannot be approved
     */
    @Nullable
    Approving pass(CycleLock lock);
}
