package org.mera.batch;

import java.nio.file.Path;
import java.time.Clock;
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
import org.mera.cycle.RunSettings;
import org.mera.seal.Difference;
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
        patiently.begin();
        RunSettings settings = settings(year).withReports(true);
        RunSummary summary =
                jobs.run(settings, progress, lock -> patiently.call(lock, attempt -> gate(settings, protocol, lock)));
        Optional<StoredApproval> stored = patiently.call(attempt -> approvals.standing(year));
        if (stored.isEmpty()) {
            return new ApprovalReport(summary, approval(year, protocol), List.of(), "");
        }
        return new ApprovalReport(
                summary,
                stored.get().approval(),
                patiently.call(attempt -> open(year, stored.get())),
                new OutputSet(summary.folder()).manifestSha256());
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
            OutputSet set = new OutputSet(ActiveRun.folder(settings));
            requireApproved(set, year, stored);
            Path kept = set.keepEdition(stored.approval().edition());
            patiently.run(lock, attempt -> store(year, stored, reason, lock));
            return new ReopenReport(
                    year, stored.approval().edition(), stored.approval().protocol(), kept);
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
                    false);
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
                true);
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

    private static void requireApproved(OutputSet set, int year, StoredApproval stored) {
        List<String> differences =
                set.differences().stream().map(Difference::toString).toList();
        boolean another = differences.isEmpty()
                && set.manifest()
                        .filter(manifest -> manifest.revision() == stored.revision())
                        .isEmpty();
        if (!differences.isEmpty() || another) {
            throw new CycleException("The outputs are not those that were approved ("
                    + (another ? "they are of another revision" : String.join(", ", differences))
                    + "); restore them first: mera approve --year " + year + " --protocol «"
                    + stored.approval().protocol() + "»");
        }
    }

    private void store(int year, StoredApproval stored, String reason, CycleLock lock) {
        String who = Holder.user();
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            locks.requireHeld(year, lock.token());
            if (approvals.standing(year).isEmpty()) {
                return; // an earlier attempt has done it, and only the word of it was lost
            }
            approvals.reopen(year, acts.add(year, ActKind.REOPEN, who, now, "", ""), reason);
            log.append(
                    year,
                    now,
                    who,
                    ActKind.REOPEN.word(),
                    "edition " + stored.approval().edition() + ", revision " + stored.revision(),
                    "approved, protocol " + stored.approval().protocol(),
                    "open: " + reason);
        });
    }
}
