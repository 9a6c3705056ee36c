package org.mera.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.ActKind;
import org.mera.committee.Approval;
import org.mera.committee.JdbcApprovals;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.StoredApproval;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.cycle.RunSettings;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcRankedRevisions;
import org.mera.ranking.JdbcStandings;
import org.mera.report.JdbcReports;
import org.mera.seal.Manifest;
import org.mera.seal.SealedFile;
import org.mera.submission.JdbcInventory;
import org.mera.submission.JdbcOldRevisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The last step: puts the new set of outputs in the place of the old one. */
@Component
class SealStep implements Tasklet {

    static final String NAME = "seal";

    private static final String MANIFEST = "manifest SHA-256 ";

    private static final Logger log = LoggerFactory.getLogger(SealStep.class);

    private final ActiveRuns runs;
    private final Patiently patiently;
    private final JdbcInventory inventory;
    private final JdbcStandings standings;
    private final JdbcRevisions revisions;
    private final JdbcRankedRevisions ranked;
    private final JdbcOldRevisions old;
    private final JdbcReports reports;
    private final JdbcApprovals approvals;
    private final JdbcCommitteeActs acts;
    private final JdbcAuditLog audit;
    private final Clock clock;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;
    private final String version;

    SealStep(
            ActiveRuns runs,
            Patiently patiently,
            JdbcInventory inventory,
            JdbcStandings standings,
            JdbcRevisions revisions,
            JdbcRankedRevisions ranked,
            JdbcOldRevisions old,
            JdbcReports reports,
            JdbcApprovals approvals,
            JdbcCommitteeActs acts,
            JdbcAuditLog audit,
            Clock clock,
            JdbcCycleLocks locks,
            JdbcTransactions transactions,
            BuildProperties build) {
        this.runs = runs;
        this.patiently = patiently;
        this.inventory = inventory;
        this.standings = standings;
        this.revisions = revisions;
        this.ranked = ranked;
        this.old = old;
        this.reports = reports;
        this.approvals = approvals;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
        this.locks = locks;
        this.transactions = transactions;
        this.version = Objects.requireNonNull(build.getVersion());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        seal(run);
        clearAway(run);
        return RepeatStatus.FINISHED;
    }

    /** Publishes what the step export has written aside. */
    void seal(ActiveRun run) {
        requireSameOptions(run);
        run.progress().stepStarted(NAME, 0, "files");
        Manifest content = patiently.call(run.lock(), attempt -> content(run));
        // Not later: what is being published is published whole.
        run.stop().pass();
        publish(run, content);
        run.progress().stepFinished(NAME);
    }

    /** What papers are printed by is read again and again while they are. */
    private static void requireSameOptions(ActiveRun run) {
        if (!OutputOptions.of(run.settings(), run.record().approval(), run.previous())
                .equals(run.revision().outputOptions())) {
            throw new CycleException("What papers are printed by was changed during the run; run again");
        }
    }

    /**
     * Files are no part of a transaction. Published is therefore but once, and where the word of it could not be committed, only that is tried
     * again: the set is valid by its manifest.
     */
    private void publish(ActiveRun run, Manifest content) {
        Revision revision = run.revision();
        AtomicBoolean begun = new AtomicBoolean();
        // Once the set is in its place, its publication has nothing more to tell.
        Manifest manifest = run.publication().complete(content);
        requireUnchanged(run, manifest);
        patiently.run(
                run.lock(),
                attempt -> transactions.inTransaction(connection -> {
                    // The lock's row stays held while the set is replaced: nobody who takes the cycle over can publish
                    // at the same time.
                    locks.requireHeld(revision.year(), run.lock().token());
                    ranked.remember(revision, content.counts());
                    if (run.settings().reports()) {
                        reports.publish(revision);
                    }
                    revisions.mark(revision.year(), revision.number(), Revision.State.COMPLETED);
                    approve(run, manifest);
                    // Last, when nothing but the commit can fail any more.
                    if (!begun.getAndSet(true)) {
                        run.publication().publish(content);
                    }
                }));
    }

    /** That the outputs matched the database is proved by the way: an approval changes no data, so what follows from it is what it was. */
    private static void requireUnchanged(ActiveRun run, Manifest manifest) {
        Approving approving = run.approving();
        if (approving == null) {
            return;
        }
        List<String> changed = approving.unchanged().stream()
                .filter(before -> !manifest.outputs().contains(before))
                .map(SealedFile::path)
                .toList();
        if (!changed.isEmpty()) {
            throw new CycleException("What was published is not what the database gives (" + String.join(", ", changed)
                    + "); write it anew, and look at it before it is approved: mera rerun --year "
                    + run.revision().year());
        }
    }

    /**
     * No approved set is without its approval: both come with the revision's end. A restored set is what was approved, byte for byte, unless another
     * version of the program or of Java has written it; the log then has both manifests.
     */
    private void approve(ActiveRun run, Manifest manifest) {
        Approving approving = run.approving();
        if (approving == null) {
            return;
        }
        Revision revision = run.revision();
        Approval approval = approving.approval();
        String who = Holder.user();
        Instant now = clock.instant();
        String subject = "edition " + approval.edition() + ", revision " + revision.number();
        if (!approving.isNew()) {
            if (approvals.replaceManifest(revision.year(), manifest.sha256())) {
                String before = MANIFEST + approving.manifestSha256();
                audit.append(revision.year(), now, who, "restore", subject, before, MANIFEST + manifest.sha256());
            }
            return;
        }
        long act =
                acts.add(revision.year(), ActKind.APPROVE, who, Acting.account().orElse(""), now, "", "");
        approvals.add(
                revision.year(),
                act,
                new StoredApproval(approval, revision.number(), approving.logEntries(), manifest.sha256()));
        audit.append(
                revision.year(),
                now,
                who,
                ActKind.APPROVE.word(),
                subject,
                "preliminary",
                "approved, protocol " + approval.protocol() + ", " + MANIFEST + manifest.sha256());
    }

    /** The set stands: where this fails, the next run that publishes one does it. */
    private void clearAway(ActiveRun run) {
        try {
            transactions.inTransaction(connection -> {
                locks.requireHeld(run.revision().year(), run.lock().token());
                ranked.forgetPlacesBefore(run.revision());
                old.forgetBefore(connection, run.revision());
            });
        } catch (RuntimeException e) {
            log.warn("What only earlier revisions needed could not be cleared away", e);
        }
    }

    /**
     * {@return whether a manifest is that of this run's revision} Its outputs are not looked at. What is approved is held to its own manifest,
     * whatever version of the program sealed it.
     */
    boolean isOf(ActiveRun run, Manifest manifest) {
        Approving approving = run.approving();
        if (approving != null && !approving.isNew()) {
            return manifest.sha256().equals(approving.manifestSha256());
        }
        return manifest.withOutputs(List.of()).equals(content(run));
    }

    private Manifest content(ActiveRun run) {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        return new Manifest(
                revision.year(),
                revision.number(),
                Manifest.Committee.of(run.record(), log(run)),
                Manifest.MethodologyEdition.of(methodology),
                revision.cutoff(),
                run.settings().language().getLanguage(),
                revision.rulesVersion(),
                terms(run.settings()),
                Manifest.Previous.of(run.previous()),
                run.counts(() -> standings.counts(revision)),
                version,
                inventory.read(revision).stream()
                        .map(file -> new SealedFile(file.file(), file.size(), file.sha256()))
                        .toList(),
                List.of());
    }

    private Manifest.@Nullable SealedLog log(ActiveRun run) {
        Approving approving = run.approving();
        return approving == null
                ? null
                : new Manifest.SealedLog(
                        approving.logEntries(), audit.sha256(run.revision().year(), approving.logEntries()));
    }

    private static Manifest.Terms terms(RunSettings settings) {
        return new Manifest.Terms(
                settings.classes(),
                settings.terms().classesVersion(),
                settings.terms().disagreement());
    }
}
