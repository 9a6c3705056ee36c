package org.mera.batch;

import org.mera.committee.RatingFacts;
import org.mera.ranking.Agreement;
import org.mera.ranking.Ranking;
import org.mera.ranking.Sensitivity;
import org.springframework.stereotype.Component;

/** Works out what the outputs of a run tell besides the ranking. */
@Component
class RatingFactsSource {

    /** {@return the facts of a run} They are worked out once, when they are first asked for: after the step rank, whichever process did that. */
    RatingFacts of(ActiveRun run, Ranking ranking) {
        return run.facts(() -> new RatingFacts(run.record(), run.previous(), Agreement.NONE, Sensitivity.NONE));
    }
}
