package org.mera.web;

import org.mera.batch.EndedRun;
import org.mera.batch.RatingDesk;
import org.mera.batch.RunDesk;
import org.mera.batch.RunListener;
import org.mera.cycle.JdbcCycles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the published rating into memory before the first reader asks for it: when the server has started, and when a run has ended. */
@Component
class RatingWarmUp implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(RatingWarmUp.class);

    private final RatingDesk ratings;
    private final Rankings rankings;
    private final JdbcCycles cycles;

    RatingWarmUp(RunDesk runs, RatingDesk ratings, Rankings rankings, JdbcCycles cycles) {
        this.ratings = ratings;
        this.rankings = rankings;
        this.cycles = cycles;
        runs.listen(this);
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        cycles.newestYear().ifPresent(this::warm);
    }

    @Override
    public void ended(EndedRun run) {
        warm(run.year());
    }

    private void warm(int year) {
        Thread thread = new Thread(() -> read(year), "warm-" + year);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whoever asks first reads it else: a failure here harms nobody. */
    private void read(int year) {
        try {
            ratings.of(year).ifPresent(rated -> rankings.page(rated, RankingQuery.ALL, 1, 1));
        } catch (RuntimeException e) {
            log.warn("The rating of {} could not be read ahead", year, e);
        }
    }
}
