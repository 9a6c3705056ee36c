package org.mera.batch;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.mera.ranking.JdbcStandings;
import org.mera.ranking.Ranking;
import org.springframework.stereotype.Component;

/** The ranking of a run's revision as it follows from what is stored. */
@Component
class StoredRanking {

    private final JdbcStandings standings;
    private final JdbcTransactions transactions;

    StoredRanking(JdbcStandings standings, JdbcTransactions transactions) {
        this.standings = standings;
        this.transactions = transactions;
    }

    Ranking of(ActiveRun run) {
        AtomicReference<Ranking> ranking = new AtomicReference<>();
        transactions.inSnapshot(connection -> ranking.set(standings.ranking(
                run.revision(),
                run.methodology(),
                run.record().decisions(),
                run.previous().comparable())));
        return Objects.requireNonNull(ranking.get());
    }
}
