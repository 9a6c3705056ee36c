package org.mera.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.RatingFacts;
import org.mera.company.Company;
import org.mera.export.CompanyLayers;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.scoring.Assessment;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decisions;
import org.mera.scoring.Result;
import org.mera.submission.Submission;

/**
 * A rating computed anew: the scores that count, their sums, the places, the counts.
 *
 * @param facts what the outputs tell besides
 */
record RecomputedRating(Methodology methodology, KnownRating known, Ranking ranking, Counts counts, RatingFacts facts) {

    static final String RANKING_JSON = "ranking.json";

    /** {@return what follows from what is known} Companies of which nothing follows, where something should, are told of. */
    static RecomputedRating of(
            Methodology methodology,
            KnownRating known,
            CommitteeRecord record,
            PreviousRanking previous,
            Consumer<Difference> each) {
        Decisions decisions = record.decisions();
        List<Standing> standings = new ArrayList<>();
        for (KnownCompany company : known.companies()) {
            if (company.status() == Submission.Status.ACCEPTED && !decisions.isWithdrawn(company.id())) {
                Standing standing = standing(methodology, company, decisions, each);
                if (standing != null) {
                    standings.add(standing);
                }
            }
        }
        Ranking ranking = Ranking.of(methodology, standings, previous.comparable());
        return new RecomputedRating(
                methodology,
                known,
                ranking,
                counts(known, standings.size(), decisions),
                RecomputedFacts.of(methodology, known, ranking, record, previous));
    }

    /** {@return every company as ranking.json wants it: the ranked in their order, then the others by identity} */
    Iterator<CompanyLayers> layers() {
        Map<String, KnownCompany> byId = new HashMap<>();
        known.companies().forEach(company -> byId.put(company.id(), company));
        int criteria = methodology.criterionCount();
        List<RankedCompany> ranked = ranking.companies();
        Map<String, KnownCompany> others = new HashMap<>(byId);
        ranked.forEach(company -> others.remove(company.company().id()));
        return Stream.concat(
                        ranked.stream().map(company -> Objects.requireNonNull(
                                        byId.get(company.company().id()))
                                .written(company, criteria)),
                        known.companies().stream()
                                .filter(company -> others.containsKey(company.id()))
                                .map(company -> company.written(null, criteria)))
                .iterator();
    }

    private static @Nullable Standing standing(
            Methodology methodology, KnownCompany known, Decisions decisions, Consumer<Difference> each) {
        Company company = known.company();
        KnownLayer counting = known.counting().orElse(null);
        if (company == null || counting == null) {
            each.accept(new Difference(
                    RANKING_JSON, known.id() + ": is accepted and not withdrawn, but nothing gives it a place"));
            return null;
        }
        if (!counting.isSound(methodology.scale().maximumUnits())) {
            each.accept(new Difference(RANKING_JSON, known.id() + ": a score that counts is none of the scale"));
            return null;
        }
        byte[] scores = decisions.counting(methodology, known.id(), counting.scores());
        Result result = new Assessment(scores).result(methodology);
        String decided =
                decisions.scoreClass(known.id()).map(ClassDecision::scoreClass).orElse(null);
        return Standing.of(methodology, company, result.columnSums(), result.sectionSums(), known.warnings(), decided);
    }

    private static Counts counts(KnownRating known, int ranked, Decisions decisions) {
        int accepted = count(known, Submission.Status.ACCEPTED);
        int rejected = count(known, Submission.Status.REJECTED);
        int warned = (int) known.companies().stream()
                .filter(company -> company.status() != Submission.Status.NOT_HANDED_IN && company.warnings() > 0)
                .count();
        return new Counts(
                known.registered(),
                accepted + rejected,
                accepted,
                rejected,
                warned,
                ranked,
                decisions.withdrawn().size());
    }

    private static int count(KnownRating known, Submission.Status status) {
        return (int) known.companies().stream()
                .filter(company -> company.status() == status)
                .count();
    }
}
