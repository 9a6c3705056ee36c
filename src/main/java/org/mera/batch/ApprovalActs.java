package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.ActKind;
import org.mera.committee.Approval;
import org.mera.committee.JdbcApprovals;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.JdbcCommitteeRecords;
import org.mera.committee.StoredApproval;
import org.mera.committee.Verification;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;
import org.springframework.stereotype.Component;

/** Closes a cycle by a run of its own, and opens it again. */
@Component
class ApprovalActs implements ApprovalDesk {

    /** What follows from the data alone: an approval may not change it. */
    private static final Set<String> DATA = Set.of("ranking.csv", "ranking.json", "problems.csv");

    private final JobRuns jobs;
    private final ApprovalObstacles obstacles;
    private final ApprovedSets sets;
    private final RunSummaries summaries;
    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcApprovals approvals;
    private final JdbcCommitteeActs acts;
    private final JdbcCommitteeRecords records;
    private final JdbcAuditLog log;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;
    private final Patiently patiently;
    private final Clock clock;

    ApprovalActs(
            JobRuns jobs,
            ApprovalObstacles obstacles,
            ApprovedSets sets,
            RunSummaries summaries,
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcApprovals approvals,
            JdbcCommitteeActs acts,
            JdbcCommitteeRecords records,
            JdbcAuditLog log,
            JdbcCycleLocks locks,
            JdbcTransactions transactions,
            Patiently patiently,
            Clock clock) {
        this.jobs = jobs;
        this.obstacles = obstacles;
        this.sets = sets;
        this.summaries = summaries;
        this.runs = runs;
        this.revisions = revisions;
        this.approvals = approvals;
        this.acts = acts;
        this.records = records;
        this.log = log;
        this.locks = locks;
        this.transactions = transactions;
        this.patiently = patiently;
        this.clock = clock;
    }

    @Override
    public ApprovalReport approve(int year, String protocol, Progress progress) {
        return approve(year, protocol, progress, new StopSignal());
    }

    /** Closes the cycle so that the run by which it is done can be stopped. */
    ApprovalReport approve(int year, String protocol, Progress progress, StopSignal stop) {
        patiently.begin();
        RunSettings settings = settings(year).withReports(true);
        Optional<StoredApproval> before = patiently.call(attempt -> standing(year, protocol));
        if (before.isPresent()) {
            Optional<ApprovalReport> nothingToDo = intact(settings, protocol);
            if (nothingToDo.isPresent()) {
                return nothingToDo.get();
            }
        }
        RunSummary summary = jobs.run(
                settings, progress, lock -> patiently.call(lock, attempt -> gate(settings, protocol, lock)), stop);
        Optional<StoredApproval> stored = patiently.call(attempt -> approvals.standing(year));
        if (stored.isEmpty()) {
            return new ApprovalReport(summary, approval(year, protocol), List.of(), "", "");
        }
        return report(
                summary,
                stored.get(),
                before.map(StoredApproval::manifestSha256).orElse(""));
    }

    private Optional<StoredApproval> standing(int year, String protocol) {
        return approvals
                .standing(year)
                .filter(standing -> standing.approval().protocol().equals(protocol));
    }

    /** {@return that there is nothing to do} Empty where there is. What the set was made of is not looked at: it may have gone since. */
    private Optional<ApprovalReport> intact(RunSettings settings, String protocol) {
        Instant begun = clock.instant();
        int year = settings.year();
        Path folder = ActiveRun.folder(settings);
        try (CycleLock lock = patiently.call(attempt -> locks.take(year, Holder.name()))) {
            Optional<StoredApproval> standing = patiently.call(lock, attempt -> standing(year, protocol));
            if (standing.isEmpty()
                    || !ApprovedSets.damages(folder, standing.get()).isEmpty()) {
                return Optional.empty();
            }
            Revision revision = patiently.call(
                    lock, attempt -> revisions.get(year, standing.get().revision()));
            RunSummary summary = patiently.call(
                    lock, attempt -> summaries.intact(revision, folder, Duration.between(begun, clock.instant())));
            return Optional.of(report(summary, standing.get(), standing.get().manifestSha256()));
        }
    }

    private ApprovalReport report(RunSummary summary, StoredApproval stored, String before) {
        return new ApprovalReport(
                summary,
                stored.approval(),
                patiently.call(attempt -> open(summary.year(), stored)),
                new OutputSet(summary.folder()).manifestSha256(),
                before);
    }

    @Override
    public List<String> obstacles(int year) {
        patiently.begin();
        RunSettings settings = settings(year);
        try (CycleLock lock = patiently.call(attempt -> locks.take(year, Holder.name()))) {
            return patiently.call(lock, attempt -> {
                approvals.requireOpen(year);
                return obstacles.of(settings, lock);
            });
        }
    }

    @Override
    public ReopenReport reopen(int year, String reason) {
        patiently.begin();
        RunSettings settings = settings(year);
        try (CycleLock lock = patiently.call(attempt -> locks.take(year, Holder.name()))) {
            StoredApproval stored = patiently
                    .call(lock, attempt -> approvals.standing(year))
                    .orElseThrow(() -> new CycleException(
                            "The cycle of " + year + " is not approved: there is nothing to open again"));
            Path folder = ActiveRun.folder(settings);
            int edition = stored.approval().edition();
            List<String> damaged = ApprovedSets.damages(folder, stored);
            String why = damaged.isEmpty() ? "" : whyNotRestored(settings.withReports(true), stored, damaged, lock);
            Path kept = damaged.isEmpty()
                    ? new OutputSet(folder).keepEdition(edition)
                    : ApprovedSets.keepWhatIsLeft(folder, stored);
            patiently.run(lock, attempt -> store(year, stored, reason, damaged, lock));
            return new ReopenReport(year, edition, stored.approval().protocol(), kept, damaged, why);
        }
    }

    private RunSettings settings(int year) {
        return patiently.call(attempt -> runs.newestSettings(year)).orElseThrow(() -> CycleException.nothingRun(year));
    }

    /** Where the cycle is approved by this protocol already, its set is restored; nothing else may be done to it. */
    private Approving gate(RunSettings settings, String protocol, CycleLock lock) {
        int year = settings.year();
        Optional<StoredApproval> standing = approvals.standing(year);
        if (standing.isPresent()) {
            if (!standing.get().approval().protocol().equals(protocol)) {
                approvals.requireOpen(year);
            }
            return new Approving(
                    standing.get().approval(),
                    standing.get().logEntries(),
                    List.of(),
                    revisions.get(year, standing.get().revision()),
                    false,
                    standing.get().manifestSha256());
        }
        Approval approval = approval(year, protocol);
        List<String> against = obstacles.of(settings(year), lock);
        if (!against.isEmpty()) {
            throw new NotApprovableException(year, against);
        }
        return new Approving(
                approval,
                log.count(year),
                data(settings),
                revisions.newestCompleted(year).orElseThrow(),
                true,
                "");
    }

    private Approval approval(int year, String protocol) {
        return new Approval(approvals.edition(year), protocol, LocalDate.now(clock));
    }

    private static List<SealedFile> data(RunSettings settings) {
        return new OutputSet(ActiveRun.folder(settings))
                .manifest().map(Manifest::outputs).orElse(List.of()).stream()
                        .filter(file -> DATA.contains(file.path()))
                        .toList();
    }

    private List<Verification> open(int year, StoredApproval approval) {
        return records.of(revisions.get(year, approval.revision()), approval.approval()).verifications().stream()
                .filter(verification -> verification.outcome() == Verification.Outcome.OPEN)
                .toList();
    }

    /**
     * {@return why the approved set cannot be restored}
     *
     * @throws CycleException where it can: it is to be, before the cycle is opened again
     */
    private String whyNotRestored(RunSettings settings, StoredApproval stored, List<String> damaged, CycleLock lock) {
        return patiently
                .call(lock, attempt -> sets.whyNotRestorable(settings, stored, lock))
                .orElseThrow(() -> new CycleException("The outputs are not those that were approved ("
                        + String.join(", ", damaged) + "); restore them first: mera approve --year " + settings.year()
                        + " --protocol '" + stored.approval().protocol().replace("'", "'\\''") + "'"));
    }

    private void store(int year, StoredApproval stored, String reason, List<String> damaged, CycleLock lock) {
        String who = Holder.user();
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            locks.requireHeld(year, lock.token());
            if (approvals.standing(year).isEmpty()) {
                return; // an earlier attempt has done it, and only the word of it was lost
            }
            approvals.reopen(
                    year, acts.add(year, ActKind.REOPEN, who, Acting.account().orElse(""), now, "", ""), reason);
            log.append(
                    year,
                    now,
                    who,
                    ActKind.REOPEN.word(),
                    "edition " + stored.approval().edition() + ", revision " + stored.revision(),
                    "approved, protocol " + stored.approval().protocol(),
                    "open: " + reason
                            + (damaged.isEmpty()
                                    ? ""
                                    : "; the outputs were not those that were approved, and could not be restored: "
                                            + String.join(", ", damaged)));
        });
    }
}
