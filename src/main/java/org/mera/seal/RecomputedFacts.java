package org.mera.seal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.ReliabilityTally;
import org.mera.ranking.ScoredTable;
import org.mera.submission.Assessor;

/** What the outputs tell besides the ranking, worked out from what a recomputation knows: the one place where it is put in. */
final class RecomputedFacts {

    private final ReliabilityTally tally;

    RecomputedFacts(Methodology methodology) {
        this.tally = new ReliabilityTally(methodology);
    }

    /**
     * Adds a ranked company.
     *
     * @param counting its scores that count, decisions over them
     */
    void add(KnownCompany company, byte[] counting) {
        List<ScoredTable> sound = company.layers().stream()
                .filter(layer -> !layer.faulty())
                .map(layer -> new ScoredTable(
                        layer.assessor() == Assessor.COMPANY, layer.expert(), layer.counts(), layer.scores()))
                .toList();
        tally.add(company.id(), sound, counting);
    }

    /**
     * {@return the facts of the rating}
     *
     * @param disagreement the share of cells in which experts are taken to differ; null: none is taken
     */
    RatingFacts of(SealedRecord sealed, @Nullable BigDecimal disagreement) {
        return new RatingFacts(sealed.record(), sealed.previous(), tally.agreement(), tally.sensitivity(disagreement));
    }
}
