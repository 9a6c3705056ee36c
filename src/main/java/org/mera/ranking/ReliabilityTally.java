package org.mera.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;

/**
 * Gathers, company by company in any order, how far assessors agree and how the scores lie that count: what the sensitivity of the places is
 * simulated by. Of a company only a few numbers are kept.
 */
public final class ReliabilityTally {

    private static final int RATE_DECIMALS = 4;

    private final Methodology methodology;
    private final AgreementTally agreement;
    private final List<ScoreSpread> spreads = new ArrayList<>();

    public ReliabilityTally(Methodology methodology) {
        this.methodology = methodology;
        this.agreement = new AgreementTally(methodology);
    }

    /**
     * Adds a ranked company.
     *
     * @param tables   its sound Tables, as they were handed in
     * @param counting its scores that count, decisions over them, in units, a byte a cell
     */
    public void add(String company, List<ScoredTable> tables, byte[] counting) {
        addTables(tables);
        addScores(company, counting);
    }

    /** Adds a ranked company's sound Tables, as they were handed in; where it has but one, that tells of no agreement and may be left out. */
    public void addTables(List<ScoredTable> tables) {
        agreement.add(tables);
    }

    /**
     * Adds a ranked company's scores that count. Needed of all of them, and only where {@link #hasRate} says so.
     *
     * @param counting decisions over them, in units, a byte a cell
     */
    public void addScores(String company, byte[] counting) {
        spreads.add(ScoreSpread.of(company, counting, methodology.scale().maximumUnits()));
    }

    /** {@return how far the assessors of the companies added so far agree} */
    public Agreement agreement() {
        return agreement.agreement();
    }

    /**
     * {@return how sensitive the places of the companies added so far are} By the rate at which experts differ, where two have scored a whole
     * Table at least; else by the job's.
     *
     * @param disagreement the rate that the job names, or null
     */
    public Sensitivity sensitivity(@Nullable BigDecimal disagreement) {
        AgreementFigures experts = agreement().amongExperts().all();
        if (isEnough(experts)) {
            return sensitivity(
                    Sensitivity.Source.EXPERTS,
                    BigDecimal.valueOf(experts.pairs() - experts.equal())
                            .divide(BigDecimal.valueOf(experts.pairs()), RATE_DECIMALS, RoundingMode.HALF_UP));
        }
        return disagreement == null
                ? Sensitivity.NONE
                : sensitivity(Sensitivity.Source.JOB, disagreement.setScale(RATE_DECIMALS, RoundingMode.UNNECESSARY));
    }

    /**
     * {@return whether there is a rate to simulate by} To be asked when all Tables are added.
     *
     * @param disagreement the rate that the job names, or null
     */
    public boolean hasRate(@Nullable BigDecimal disagreement) {
        return disagreement != null || isEnough(agreement().amongExperts().all());
    }

    private boolean isEnough(AgreementFigures experts) {
        return experts.pairs()
                >= (long) methodology.criterionCount() * methodology.columns().size();
    }

    /** The rate is used as it is printed, so that the figures can be recomputed from what is printed. */
    private Sensitivity sensitivity(Sensitivity.Source source, BigDecimal rate) {
        return new Sensitivity(
                source,
                rate,
                RankSimulation.draws(spreads.size()),
                RankSimulation.ranges(spreads, methodology.totalMaximum(), rate.doubleValue()));
    }
}
