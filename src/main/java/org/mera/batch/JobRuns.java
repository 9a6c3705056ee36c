package org.mera.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mera.committee.Approval;
import org.mera.committee.ApprovalCheck;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.JdbcCommitteeRecords;
import org.mera.cycle.Cycle;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcPastRankings;
import org.mera.ranking.PreviousRanking;
import org.mera.seal.Difference;
import org.mera.seal.OutputSet;
import org.mera.seal.Publication;
import org.mera.submission.InboxException;
import org.mera.submission.InboxFiles;
import org.mera.submission.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Component;

/** Runs the job under the cycle's lock: takes the inventory, chooses the revision, starts or restarts it, or restores its outputs. */
@Component
class JobRuns {

    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

    private final Patiently patiently;
    private final JdbcTransactions transactions;
    private final JobOperator operator;
    private final Job job;
    private final ActiveRuns active;
    private final RunThreads threads;
    private final AbandonedExecutions abandoned;
    private final RevisionChoice choice;
    private final JdbcCycleLocks locks;
    private final JdbcCycles cycles;
    private final JdbcRevisions revisions;
    private final JdbcRuns runs;
    private final ApprovalCheck approvals;
    private final JdbcCommitteeActs acts;
    private final JdbcCommitteeRecords records;
    private final JdbcPastRankings past;
    private final ExportStep export;
    private final ReportRestoration reports;
    private final SealStep seal;
    private final RunSummaries summaries;
    private final RunLogEntries entries;
    private final Clock clock;

    JobRuns(
            Patiently patiently,
            JdbcTransactions transactions,
            JobOperator operator,
            Job job,
            ActiveRuns active,
            RunThreads threads,
            AbandonedExecutions abandoned,
            RevisionChoice choice,
            JdbcCycleLocks locks,
            JdbcCycles cycles,
            JdbcRevisions revisions,
            JdbcRuns runs,
            ApprovalCheck approvals,
            JdbcCommitteeActs acts,
            JdbcCommitteeRecords records,
            JdbcPastRankings past,
            ExportStep export,
            ReportRestoration reports,
            SealStep seal,
            RunSummaries summaries,
            RunLogEntries entries,
            Clock clock) {
        this.patiently = patiently;
        this.transactions = transactions;
        this.operator = operator;
        this.job = job;
        this.active = active;
        this.threads = threads;
        this.abandoned = abandoned;
        this.choice = choice;
        this.locks = locks;
        this.cycles = cycles;
        this.revisions = revisions;
        this.runs = runs;
        this.approvals = approvals;
        this.acts = acts;
        this.records = records;
        this.past = past;
        this.export = export;
        this.reports = reports;
        this.seal = seal;
        this.summaries = summaries;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Runs the job.
     *
     * @throws InboxException                    when there is nothing to read
     * @throws org.mera.seal.OutputException     when nothing can be written
     * @throws org.mera.cycle.CycleException     when the home holds another rating or the cycle another methodology
     * @throws CycleBusyException                when another process runs the cycle
     * @throws RunBrokenOffException             when anything else fails once the run is written down
     */
    RunSummary run(RunSettings settings, Progress progress) {
        return run(settings, progress, new StopSignal());
    }

    /** Runs the job so that it can be stopped. */
    RunSummary run(RunSettings settings, Progress progress, StopSignal stop) {
        return run(
                settings,
                progress,
                lock -> {
                    patiently.run(lock, attempt -> approvals.requireOpen(settings.year()));
                    return null;
                },
                stop);
    }

    /**
     * Runs the job where a gate lets it.
     *
     * @param gate asked as soon as the cycle is held
     * @param stop once it is asked for, the run ends what it is doing and begins nothing any more
     */
    RunSummary run(RunSettings settings, Progress progress, RunGate gate, StopSignal stop) {
        Instant begun = clock.instant();
        Methodology methodology = settings.loadMethodology();
        requireFiles(settings);
        requirePaperSources(settings);
        patiently.beginRun();
        try (CycleLock lock = patiently.call(attempt -> locks.take(settings.year(), Holder.name()))) {
            Approving approving = gate.pass(lock);
            Approval approval = approving == null ? null : approving.approval();
            // Not before: it throws away what lies aside in the folder, which is another run's work while that one has
            // the lock.
            requireRoomForOutputs(settings);
            write(
                    lock,
                    settings.year(),
                    () -> entries.abandoned(settings.year(), runs.endAbandoned(settings.year(), begun), begun));
            Cycle cycle =
                    patiently.call(lock, attempt -> cycles.begin(settings.year(), methodology, LocalDate.now(clock)));
            boolean approvalsBegan = patiently.call(lock, attempt -> revisions.options(settings.year())).stream()
                    .anyMatch(OutputOptions::hasApproval);
            new OutputSet(ActiveRun.folder(settings)).requireOf(methodology.id(), approvalsBegan);
            // Before the files are looked at, which takes its time: whoever is killed in it is to find this run to be
            // done again, not the one before.
            long id = begin(settings, methodology, approval, lock, begun);
            progress.begun(id);
            try {
                PreviousRanking previous = patiently.call(lock, attempt -> past.before(settings.year(), methodology));
                long lastAct = patiently.call(lock, attempt -> acts.last(settings.year()));
                Revision wanted = wanted(settings, cycle, methodology, lastAct, previous, approval);
                InboxSurvey survey = choice.survey(wanted, settings.inbox(), settings.threads(), lock);
                stop.pass();
                if (approving != null) {
                    approving.requireSame(wanted, survey);
                }
                Revision revision = choice.choose(wanted, survey, lock);
                patiently.run(lock, attempt -> runs.chosen(id, revision.number()));
                abandoned.fail(ActiveRuns.parameters(revision.year(), revision.number()));
                CommitteeRecord record = patiently.call(lock, attempt -> records.of(revision, approval));
                return run(
                        new ActiveRun(
                                settings,
                                methodology,
                                revision,
                                survey,
                                lock,
                                progress,
                                record,
                                previous,
                                approving,
                                stop),
                        id,
                        begun);
            } catch (CycleBusyException e) {
                endAsFailed(lock, settings.year(), id, e);
                throw e;
            } catch (RuntimeException e) {
                endAsFailed(lock, settings.year(), id, e);
                throw new RunBrokenOffException(settings.year(), e);
            }
        } finally {
            patiently.endRun();
        }
    }

    /**
     * Does again what the newest run of a rated year was told, or the newest of all where it is null.
     *
     * @throws org.mera.cycle.CycleException when there is none
     */
    RunSummary rerun(@Nullable Integer year, Progress progress) {
        return rerun(year, progress, new StopSignal());
    }

    /** Does it again so that it can be stopped. */
    RunSummary rerun(@Nullable Integer year, Progress progress, StopSignal stop) {
        return run(runs.newestSettings(year).orElseThrow(() -> CycleException.nothingRun(year)), progress, stop);
    }

    private RunSummary run(ActiveRun run, long id, Instant begun) {
        active.add(run);
        try {
            RunSummary summary =
                    run.revision().state() == Revision.State.COMPLETED ? restored(run, begun) : launched(run, begun);
            boolean failed = summary.outcome() == RunSummary.Outcome.FAILED;
            if (failed) {
                String causes = String.join("; ", summary.causes());
                write(run, () -> endAsFailed(run.revision().year(), id, causes));
            } else {
                write(run, () -> endAsCompleted(run, id, summary.ranked()));
            }
            return summary;
        } finally {
            active.remove(run);
            run.closePublication();
        }
    }

    /** Where the database is gone, the run's own failure is what has to be told; the next run ends this one as abandoned. */
    private void endAsFailed(CycleLock lock, int year, long id, RuntimeException failure) {
        try {
            write(lock, year, () -> endAsFailed(year, id, Causes.inWords(failure)));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void endAsFailed(int year, long id, String cause) {
        Instant now = clock.instant();
        runs.end(id, JdbcRuns.Outcome.FAILED, cause, now);
        entries.failed(year, id, cause, now);
    }

    private void endAsCompleted(ActiveRun run, long id, int ranked) {
        Instant now = clock.instant();
        Revision revision = run.revision();
        runs.end(id, JdbcRuns.Outcome.COMPLETED, "", now);
        entries.completed(
                revision.year(), id, revision.number(), ranked, new OutputSet(run.folder()).manifestSha256(), now);
    }

    /** Who begins a run again because the word of it was lost tells it once: a run has one token. */
    private long begin(
            RunSettings settings, Methodology methodology, @Nullable Approval approval, CycleLock lock, Instant begun) {
        AtomicLong id = new AtomicLong();
        patiently.run(
                lock,
                attempt -> transactions.inTransaction(connection -> {
                    locks.requireHeld(settings.year(), lock.token());
                    boolean told = attempt > 1 && runs.isBegun(settings.year(), lock.token());
                    id.set(runs.begin(
                            settings, methodology.sha256(), lock.token(), Holder.name(), Acting.log(), begun));
                    if (!told) {
                        entries.begun(settings, id.get(), approval, begun);
                    }
                }));
        return id.get();
    }

    private RunSummary launched(ActiveRun run, Instant begun) {
        Revision revision = run.revision();
        write(run, () -> revisions.mark(revision.year(), revision.number(), Revision.State.RUNNING));
        JobExecution execution;
        threads.wish(run.settings().threads());
        try {
            execution = operator.start(job, ActiveRuns.parameters(revision.year(), revision.number()));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The job of revision " + revision.number() + " cannot be started", e);
        } finally {
            threads.release(run.settings().threads());
        }
        // Our tables judge: once the step seal has published the revision, what Spring Batch could not write down after
        // it is no failure.
        boolean completed = patiently
                .call(run.lock(), attempt -> revisions.get(revision.year(), revision.number()))
                .state()
                .equals(Revision.State.COMPLETED);
        if (completed) {
            return patiently.call(attempt -> summaries.completed(run, sinceThen(begun)));
        }
        write(run, () -> revisions.mark(revision.year(), revision.number(), Revision.State.FAILED));
        return patiently.call(attempt -> summaries.failed(run, execution.getAllFailureExceptions(), sinceThen(begun)));
    }

    /** Writes for a run that still has its cycle; may be repeated. */
    private void write(ActiveRun run, Runnable work) {
        write(run.lock(), run.revision().year(), work);
    }

    private void write(CycleLock lock, int year, Runnable work) {
        patiently.run(
                lock,
                attempt -> transactions.inTransaction(connection -> {
                    locks.requireHeld(year, lock.token());
                    work.run();
                }));
    }

    /**
     * The inputs are those of the last complete run: its outputs are checked, and written anew where they are not what was sealed, or where the
     * folder has those of another revision.
     */
    private RunSummary restored(ActiveRun run, Instant begun) {
        OutputSet set = new OutputSet(run.folder());
        List<String> damaged = set.differences().stream().map(Difference::file).toList();
        boolean outdated = damaged.isEmpty()
                && !patiently.call(
                        run.lock(), attempt -> seal.isOf(run, set.manifest().orElseThrow()));
        if (damaged.isEmpty() && !outdated) {
            return patiently.call(attempt -> summaries.unchanged(run, List.of(), false, sinceThen(begun)));
        }
        log.info(
                "Outputs of revision {} are to be written anew: {}",
                run.revision().number(),
                damaged);
        threads.wish(run.settings().threads());
        try {
            patiently.run(run.lock(), attempt -> export.export(run));
            reports.restore(run);
        } finally {
            threads.release(run.settings().threads());
        }
        seal.seal(run);
        return patiently.call(attempt -> summaries.unchanged(run, damaged, outdated, sinceThen(begun)));
    }

    private Duration sinceThen(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private static void requireFiles(RunSettings settings) {
        if (InboxFiles.list(settings.inbox()).isEmpty()) {
            throw new InboxException("The inbox " + settings.inbox()
                    + " holds no CSV file; put the register of companies and the Tables there, or name another folder");
        }
    }

    private static void requirePaperSources(RunSettings settings) {
        OutputOptions.of(settings, null, PreviousRanking.NONE);
    }

    private static void requireRoomForOutputs(RunSettings settings) {
        Publication.begin(ActiveRun.folder(settings)).close();
    }

    /** {@return the revision that these settings ask for} Not numbered yet. */
    static Revision wanted(
            RunSettings settings,
            Cycle cycle,
            Methodology methodology,
            long lastAct,
            PreviousRanking previous,
            @Nullable Approval approval) {
        LocalDate cutoff = settings.cutoff() == null ? cycle.firstRunOn() : settings.cutoff();
        return new Revision(
                cycle.year(),
                1,
                methodology.sha256(),
                cutoff,
                Rules.VERSION,
                OutputOptions.of(settings, approval, previous),
                lastAct,
                noFingerprintYet(),
                Revision.State.RUNNING);
    }

    private static @Nullable String noFingerprintYet() {
        return null;
    }
}
