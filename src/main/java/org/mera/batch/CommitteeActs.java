package org.mera.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.ActKind;
import org.mera.committee.ApprovalCheck;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.cycle.CycleException;
import org.mera.cycle.CycleLock;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.springframework.stereotype.Component;

/** Lets the committee act on an open cycle that nobody runs meanwhile; an act is stored with its entry of the audit log, or not at all. */
@Component
class CommitteeActs {

    private final JdbcRuns runs;
    private final JdbcRevisions revisions;
    private final JdbcCycleLocks locks;
    private final ApprovalCheck approvals;
    private final JdbcCommitteeActs acts;
    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;
    private final Patiently patiently;
    private final Clock clock;

    CommitteeActs(
            JdbcRuns runs,
            JdbcRevisions revisions,
            JdbcCycleLocks locks,
            ApprovalCheck approvals,
            JdbcCommitteeActs acts,
            JdbcAuditLog log,
            JdbcTransactions transactions,
            Patiently patiently,
            Clock clock) {
        this.runs = runs;
        this.revisions = revisions;
        this.locks = locks;
        this.approvals = approvals;
        this.acts = acts;
        this.log = log;
        this.transactions = transactions;
        this.patiently = patiently;
        this.clock = clock;
    }

    /**
     * A cycle that is open, and held.
     *
     * @param methodology with the classes of the newest run's job
     * @param published   the newest revision that was completed
     */
    record OpenCycle(int year, Methodology methodology, Revision published, CycleLock lock) {

        LookedAt lookedAt() {
            return new LookedAt(year, methodology, published);
        }
    }

    /**
     * A cycle that is open as far as can be seen without holding it.
     *
     * @param methodology with the classes of the newest run's job
     * @param published   the newest revision that was completed
     */
    record LookedAt(int year, Methodology methodology, Revision published) {}

    /**
     * An act to be written down.
     *
     * @param file       as it was named; empty where there is none
     * @param fileSha256 empty where there is none
     * @param subject    what the entry of the audit log says it is about
     */
    record Act(ActKind kind, String file, String fileSha256, String subject, String before, String after) {}

    /**
     * Does reading work without holding the cycle. {@return what came of it}
     *
     * @throws CycleException when nothing was published of it yet, or it is approved
     */
    <T> T looking(int year, Function<LookedAt, T> work) {
        RunSettings settings = runs.newestSettings(year).orElseThrow(() -> CycleException.nothingRun(year));
        approvals.requireOpen(year);
        Revision published = revisions.newestCompleted(year).orElseThrow(() -> CycleException.nothingPublished(year));
        return work.apply(new LookedAt(year, settings.loadMethodology(), published));
    }

    /**
     * Does the work while the cycle is held. {@return what came of it}
     *
     * @throws CycleException                    when nothing was published of it yet, or it is approved
     * @throws org.mera.cycle.CycleBusyException when it is being run
     */
    <T> T holding(int year, Function<OpenCycle, T> work) {
        patiently.begin();
        RunSettings settings =
                patiently.call(attempt -> runs.newestSettings(year)).orElseThrow(() -> CycleException.nothingRun(year));
        try (CycleLock lock = patiently.call(attempt -> locks.take(year, Holder.name()))) {
            approvals.requireOpen(year);
            Revision published =
                    revisions.newestCompleted(year).orElseThrow(() -> CycleException.nothingPublished(year));
            return work.apply(new OpenCycle(year, settings.loadMethodology(), published, lock));
        }
    }

    /**
     * Stores an act.
     *
     * @param rows stores what it says, under its number
     */
    void store(OpenCycle cycle, Act act, LongConsumer rows) {
        store(cycle, Map.of(act, rows));
    }

    /** Stores all of several acts, in their order, or none; each with what stores what it says. */
    void store(OpenCycle cycle, Map<Act, LongConsumer> several) {
        String who = Holder.user();
        Instant now = clock.instant();
        transactions.inTransaction(connection -> {
            locks.requireHeld(cycle.year(), cycle.lock().token());
            several.forEach((act, rows) -> {
                rows.accept(acts.add(
                        cycle.year(), act.kind(), who, Acting.account().orElse(""), now, act.file(), act.fileSha256()));
                log.append(cycle.year(), now, who, act.kind().word(), act.subject(), act.before(), act.after());
            });
        });
    }
}
