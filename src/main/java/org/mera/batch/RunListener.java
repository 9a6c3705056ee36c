package org.mera.batch;

/** Who is told of the runs of this process. What it throws is logged and harms no run. */
public interface RunListener {

    /** A run is written down and goes on. */
    default void begun(StartedRun run) {}

    /** A run has ended. */
    default void ended(EndedRun run) {}
}
