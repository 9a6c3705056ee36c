package org.mera.batch;

import java.util.List;
import java.util.Optional;

/** What a process that stays tells of the cycles and their runs. Reads only; takes no lock and waits for no run. */
public interface CycleDesk {

    /** {@return all cycles, the newest first} */
    List<CycleState> cycles();

    /** {@return the cycle of a year} */
    Optional<CycleState> cycle(int year);

    /** {@return the job's steps as far as the newest run of a cycle has come} Empty where none is written down. */
    List<StepState> steps(int year);

    /** {@return the maps of the steps of the newest run that are done in chunks} Those that have been cut already. */
    List<ChunkMap> chunks(int year);

    /**
     * {@return so many runs of a cycle at most, the newest first, without their steps}
     *
     * @param offset how many come before them
     */
    List<RunStatus.Run> runs(int year, long offset, int most);

    /** {@return how many runs a cycle has} */
    int runs(int year);

    /** {@return the run with this id} */
    Optional<RunStatus.Run> run(long id);
}
