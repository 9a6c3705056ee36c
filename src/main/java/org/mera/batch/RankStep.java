package org.mera.batch;

import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.ranking.Counts;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.Ranking;
import org.mera.submission.JdbcReconciliation;
import org.mera.submission.ReconciliationException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The fourth step: makes sure that no company is lost, then gives each its place. */
@Component
class RankStep implements Tasklet {

    static final String NAME = "rank";

    private final ActiveRuns runs;
    private final JdbcReconciliation reconciliation;
    private final StoredRanking stored;
    private final JdbcStandings standings;
    private final JdbcRevisions revisions;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;
    private final SideBySide sideBySide;
    private final JdbcPlannerStatistics statistics;

    RankStep(
            ActiveRuns runs,
            JdbcReconciliation reconciliation,
            StoredRanking stored,
            JdbcStandings standings,
            JdbcRevisions revisions,
            JdbcCycleLocks locks,
            JdbcTransactions transactions,
            SideBySide sideBySide,
            JdbcPlannerStatistics statistics) {
        this.runs = runs;
        this.revisions = revisions;
        this.reconciliation = reconciliation;
        this.stored = stored;
        this.standings = standings;
        this.locks = locks;
        this.transactions = transactions;
        this.sideBySide = sideBySide;
        this.statistics = statistics;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ActiveRun run = runs.get(contribution.getStepExecution().getJobParameters());
        try {
            rank(run);
        } catch (ReconciliationException e) {
            // Done chunks are never done again: only another revision can plan what is missing.
            transactions.inTransaction(connection -> {
                locks.requireHeld(run.revision().year(), run.lock().token());
                reconciliation.setAside(run.revision());
                revisions.discard(run.revision().year(), run.revision().number());
            });
            throw e;
        }
        return RepeatStatus.FINISHED;
    }

    private void rank(ActiveRun run) {
        Revision revision = run.revision();
        statistics.gather(
                "inventory", "register_entry", "planned_company", "submission", "assessment", "problem", "chunk");
        SideBySide.Results<Reconciled, Ranking> results =
                sideBySide.call(() -> reconcile(revision), () -> stored.of(run));
        JdbcReconciliation.Companies companies = results.here().companies();
        Ranking ranking = results.beside();
        int planned = companies.planned();
        run.progress().stepStarted(NAME, planned, "companies");
        int withdrawn = standings.acceptedAndWithdrawn(revision, run.record().decisions());
        if (ranking.companies().size() != companies.accepted() - withdrawn) {
            throw new ReconciliationException(companies.accepted() + " companies are accepted, " + withdrawn
                    + " of them are withdrawn and " + ranking.companies().size() + " have a place");
        }
        transactions.inTransaction(connection -> {
            locks.requireHeld(revision.year(), run.lock().token());
            standings.replace(revision, ranking);
        });
        statistics.gather("ranked_company");
        run.ranked(ranking);
        run.keepCounts(results.here().counts().withRanked(ranking.companies().size()));
        run.progress().advanced(planned);
        run.progress().stepFinished(NAME);
    }

    private Reconciled reconcile(Revision revision) {
        return new Reconciled(reconciliation.reconcile(revision), standings.beforeRanking(revision));
    }

    private record Reconciled(JdbcReconciliation.Companies companies, Counts counts) {}
}
