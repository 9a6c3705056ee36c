package org.mera.batch;

import org.jspecify.annotations.Nullable;
import org.mera.cycle.RunSettings;

/** The door to the runs of a rating: what the command line asks for. Close it when done; the database of the home is let go then. */
public interface RatingRuns extends AutoCloseable {

    /**
     * Runs the job, or goes on with the one that failed. {@return what came of it} A failed chunk is an outcome, no exception.
     *
     * @throws RunBrokenOffException when it broke off for anything but its settings, and can be done again by {@code rerun}
     */
    RunSummary run(RunSettings settings, Progress progress);

    /**
     * Does again what the newest run of a rated year was told, or the newest of all where it is null: what failed, is new, changed or gone since.
     * {@return what came of it} It needs no file but those of the inbox.
     *
     * @throws org.mera.cycle.CycleException when nothing has been run yet
     * @throws RunBrokenOffException         as for {@code run}
     */
    RunSummary rerun(@Nullable Integer year, Progress progress);

    /** {@return the runs of a rated year} Of all years where it is null; the newest first. */
    RunStatus status(@Nullable Integer year);

    /**
     * {@return the reports of a rated year as they were published} Of the newest run's year where it is null.
     *
     * @throws org.mera.cycle.CycleException when nothing has been run yet
     */
    Reports reports(@Nullable Integer year);

    /** {@return where rankings from before this home are brought in} */
    HistoryDesk history();

    /** {@return where the committee's decisions are taken} */
    DecisionDesk decisions();

    /** {@return where it is brought back what companies were asked} */
    VerificationDesk verifications();

    /** {@return where the audit log is read} */
    AuditDesk log();

    /** {@return where cycles are approved and opened again} */
    ApprovalDesk approvals();

    @Override
    void close();
}
