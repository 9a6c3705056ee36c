package org.mera.batch;

import org.mera.committee.RatingFacts;
import org.mera.cycle.JdbcCycleLocks;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.CellSums;
import org.mera.ranking.JdbcRatedSums;
import org.mera.ranking.JdbcScoredTables;
import org.mera.ranking.Ranking;
import org.mera.ranking.ReliabilityTally;
import org.springframework.stereotype.Component;

/** Works out what the outputs of a run tell besides the ranking. */
@Component
class RatingFactsSource {

    private final JdbcScoredTables tables;
    private final JdbcRatedSums sums;
    private final JdbcCycleLocks locks;
    private final JdbcTransactions transactions;

    RatingFactsSource(
            JdbcScoredTables tables, JdbcRatedSums sums, JdbcCycleLocks locks, JdbcTransactions transactions) {
        this.tables = tables;
        this.sums = sums;
        this.locks = locks;
        this.transactions = transactions;
    }

    /**
     * {@return the facts of a run} They are worked out once, when they are first asked for: after the step rank, whichever process did that. What
     * the scores sum up to is stored on the way, for the years to come.
     *
     * @param ranking as it is stored
     */
    RatingFacts of(ActiveRun run, Ranking ranking) {
        return run.facts(() -> {
            Revision revision = run.revision();
            Methodology methodology = run.methodology();
            ReliabilityTally tally = new ReliabilityTally(methodology);
            CellSums cells = new CellSums(
                    methodology.criterionCount() * methodology.columns().size());
            transactions.inSnapshot(connection -> tables.forEach(revision, company -> {
                byte[] counting = run.record().decisions().counting(methodology, company.company(), company.expert());
                tally.add(company.company(), company.tables(), counting);
                cells.add(counting);
            }));
            if (cells.companies() != ranking.companies().size()) {
                throw new IllegalStateException(cells.companies() + " companies with scores that count, "
                        + ranking.companies().size() + " in the ranking");
            }
            transactions.inTransaction(connection -> {
                locks.requireHeld(revision.year(), run.lock().token());
                sums.replace(revision, cells);
            });
            return new RatingFacts(
                    run.record(),
                    run.previous(),
                    tally.agreement(),
                    tally.sensitivity(run.settings().terms().disagreement()));
        });
    }
}
