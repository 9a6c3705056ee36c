package org.mera.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.committee.RatingFacts;
import org.mera.committee.Verification;
import org.mera.csv.Problem;
import org.mera.export.CompanyLayers;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.report.CompanyFindings;
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
            SealedRecord sealed,
            Manifest.Terms terms,
            Consumer<Difference> each) {
        Decisions decisions = sealed.record().decisions();
        RecomputedFacts facts = new RecomputedFacts(methodology);
        List<Standing> standings = new ArrayList<>();
        for (KnownCompany company : known.companies()) {
            if (company.status() == Submission.Status.ACCEPTED && !decisions.isWithdrawn(company.id())) {
                byte[] scores = counting(methodology, company, decisions, each);
                if (scores != null) {
                    standings.add(standing(methodology, company, decisions, scores));
                    facts.add(company, scores);
                }
            }
        }
        Ranking ranking = Ranking.of(methodology, standings, sealed.previous().comparable());
        return new RecomputedRating(
                methodology,
                known,
                ranking,
                counts(known, standings.size(), decisions),
                facts.of(sealed, terms.disagreement()));
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

    /** {@return the ranked companies that have a warning, or of whom anything was asked, in their order with their problems} */
    Iterator<CompanyFindings> toVerify() {
        Set<String> asked = facts.record().verifications().stream()
                .map(Verification::company)
                .collect(Collectors.toSet());
        Map<String, List<Problem>> problems = known.problems().stream()
                .filter(problem -> !problem.company().isEmpty())
                .collect(Collectors.groupingBy(Problem::company));
        return ranking.companies().stream()
                .filter(ranked -> ranked.standing().warnings() > 0
                        || asked.contains(ranked.company().id()))
                .map(ranked -> new CompanyFindings(
                        ranked.company().id(),
                        ranked.company().name(),
                        ranked.rank(),
                        problems.getOrDefault(ranked.company().id(), List.of())))
                .iterator();
    }

    private static byte @Nullable [] counting(
            Methodology methodology, KnownCompany known, Decisions decisions, Consumer<Difference> each) {
        KnownLayer counting = known.counting().orElse(null);
        if (known.company() == null || counting == null) {
            each.accept(new Difference(
                    RANKING_JSON, known.id() + ": is accepted and not withdrawn, but nothing gives it a place"));
            return null;
        }
        if (!counting.isSound(methodology.scale().maximumUnits())) {
            each.accept(new Difference(RANKING_JSON, known.id() + ": a score that counts is none of the scale"));
            return null;
        }
        return decisions.counting(methodology, known.id(), counting.scores());
    }

    private static Standing standing(Methodology methodology, KnownCompany known, Decisions decisions, byte[] scores) {
        Result result = new Assessment(scores).result(methodology);
        String decided =
                decisions.scoreClass(known.id()).map(ClassDecision::scoreClass).orElse(null);
        return Standing.of(
                methodology,
                Objects.requireNonNull(known.company()),
                result.columnSums(),
                result.sectionSums(),
                known.warnings(),
                decided);
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
