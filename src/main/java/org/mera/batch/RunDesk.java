package org.mera.batch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mera.cycle.RunSettings;

/** Where a process that stays starts runs, which go on in the background, and stops them. */
public interface RunDesk {

    /**
     * Starts the job. {@return the run, as soon as it is written down}
     *
     * @throws org.mera.cycle.CycleBusyException         when the cycle is being run
     * @throws org.mera.cycle.CycleException             when it is approved, or the home holds another rating
     * @throws org.mera.submission.InboxException        when there is nothing to read
     * @throws org.mera.methodology.MethodologyException when the methodology cannot be used
     */
    StartedRun run(RunSettings settings);

    /**
     * Starts what {@code rerun} does. {@return the run, as soon as it is written down}
     *
     * @throws org.mera.cycle.CycleException when nothing was run of the year yet; otherwise as for {@code run}
     */
    StartedRun rerun(int year);

    /**
     * Starts the approval of a cycle, which is a run too. {@return the run, as soon as it is written down} Empty where all was approved and intact.
     *
     * @throws NotApprovableException where something stands against it
     */
    Optional<StartedRun> approve(int year, String protocol);

    /** Asks the run of a year to stop. {@return whether there is one in this process} What it is doing ends whole; a rerun goes on with it. */
    boolean stop(int year);

    /** {@return how the run of a year gets on} Of this process only. */
    Optional<LiveRun> live(int year);

    /** {@return how all runs of this process get on, by year} */
    List<LiveRun> live();

    /** Tells the listener of all runs from now on. */
    void listen(RunListener listener);

    /** Starts no runs any more, stops those there are, and waits for them. {@return whether they have ended} */
    boolean close(Duration limit);
}
