package org.mera.batch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mera.committee.RatingFacts;
import org.mera.cycle.Revision;
import org.mera.methodology.Methodology;
import org.mera.ranking.JdbcScoredTables;
import org.mera.ranking.ReliabilityTally;
import org.springframework.stereotype.Component;

/** Works out what the outputs of a run tell besides the ranking. */
@Component
class RatingFactsSource {

    private final JdbcScoredTables tables;
    private final JdbcTransactions transactions;

    RatingFactsSource(JdbcScoredTables tables, JdbcTransactions transactions) {
        this.tables = tables;
        this.transactions = transactions;
    }

    /**
     * {@return the facts of a run} They are worked out once, when they are first asked for: after the step rank, whichever process did that. The
     * scores of all companies are read only where there is a rate to simulate by.
     */
    RatingFacts of(ActiveRun run) {
        return run.facts(() -> {
            ReliabilityTally tally = new ReliabilityTally(run.methodology());
            BigDecimal disagreement = run.settings().terms().disagreement();
            transactions.inSnapshot(connection -> gather(run, tally, disagreement));
            return new RatingFacts(run.record(), run.previous(), tally.agreement(), tally.sensitivity(disagreement));
        });
    }

    private void gather(ActiveRun run, ReliabilityTally tally, @Nullable BigDecimal disagreement) {
        Revision revision = run.revision();
        Methodology methodology = run.methodology();
        tables.forEachOfSeveral(revision, company -> tally.addTables(company.tables()));
        if (tally.hasRate(disagreement)) {
            tables.forEach(
                    revision,
                    company -> tally.addScores(
                            company.company(),
                            run.record().decisions().counting(methodology, company.company(), company.expert())));
        }
    }
}
