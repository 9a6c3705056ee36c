package org.mera.batch;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a cycle stands.
 *
 * @param state       the word of it: approved, reopened after that, published, or open where nothing is published yet
 * @param methodology its id and version
 * @param firstRunOn  when it was run first
 * @param published   the newest published revision; null where there is none
 * @param counts      of that revision; null where there is none
 * @param approval    of that revision; null where it was not approved
 * @param lastRun     without its steps; null where none is written down
 * @param live        the run of this process that goes on
 */
public record CycleState(
        int year,
        String state,
        String methodology,
        LocalDate firstRunOn,
        @Nullable Integer published,
        RunStatus.@Nullable Counts counts,
        RunStatus.@Nullable Approval approval,
        RunStatus.@Nullable Run lastRun,
        Optional<LiveRun> live) {

    /** {@return whether a run goes on} In this process or another. */
    public boolean running() {
        return live.isPresent() || (lastRun != null && lastRun.state().equals("RUNNING"));
    }
}
