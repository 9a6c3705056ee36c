package org.mera.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mera.committee.JdbcApprovals;
import org.mera.committee.JdbcCommitteeActs;
import org.mera.committee.JdbcVerifications;
import org.mera.committee.Verification;
import org.mera.csv.Problem;
import org.mera.ranking.JdbcCountingScores;
import org.mera.scoring.DecidedCell;
import org.mera.scoring.Decisions;
import org.mera.scoring.JdbcDecisions;
import org.mera.submission.JdbcProblems;
import org.springframework.stereotype.Component;

/** Reads the committee's acts beside the published rating. */
@Component
class CommitteeReads implements CommitteeDesk {

    private final RatingDesk ratings;
    private final JdbcDecisions decisions;
    private final JdbcVerifications verifications;
    private final JdbcApprovals approvals;
    private final JdbcCommitteeActs acts;
    private final JdbcCountingScores scores;
    private final JdbcProblems problems;
    private final JdbcTransactions transactions;

    CommitteeReads(
            RatingDesk ratings,
            JdbcDecisions decisions,
            JdbcVerifications verifications,
            JdbcApprovals approvals,
            JdbcCommitteeActs acts,
            JdbcCountingScores scores,
            JdbcProblems problems,
            JdbcTransactions transactions) {
        this.ratings = ratings;
        this.decisions = decisions;
        this.verifications = verifications;
        this.approvals = approvals;
        this.acts = acts;
        this.scores = scores;
        this.problems = problems;
        this.transactions = transactions;
    }

    @Override
    public Optional<CommitteeState> of(int year) {
        return ratings.of(year).isEmpty()
                ? Optional.empty()
                : transactions.reading(() -> ratings.of(year).map(this::state));
    }

    private CommitteeState state(RatedYear year) {
        Decisions all = decisions.all(year.year());
        Map<String, byte[]> expert = scores.of(year.revision(), all.decided());
        List<DecidedCell> cells = new ArrayList<>();
        all.decided().forEach(company -> cells.addAll(all.changes(year.methodology(), company, expert.get(company))));
        Map<String, String> names = new HashMap<>();
        Stream.of(
                        all.decided().stream(),
                        all.allClasses().stream().map(decision -> decision.company()),
                        all.withdrawn().keySet().stream())
                .flatMap(each -> each)
                .forEach(company -> names.put(company, name(year, company)));
        return new CommitteeState(
                year,
                cells,
                all.allClasses(),
                List.copyOf(all.withdrawn().values()),
                names,
                acts.last(year.year()) != year.revision().lastAct(),
                approvals.standing(year.year()));
    }

    private static String name(RatedYear year, String company) {
        return year.ranked(company)
                .map(ranked -> ranked.company().name())
                .or(() -> year.unranked(company).map(unranked -> unranked.name()))
                .orElse("");
    }

    @Override
    public Optional<VerificationPage> toVerify(
            int year, VerificationPage.Which which, String search, long offset, int limit) {
        return ratings.of(year).isEmpty()
                ? Optional.empty()
                : transactions.reading(
                        () -> ratings.of(year).map(rated -> toVerify(rated, which, search, offset, limit)));
    }

    private VerificationPage toVerify(
            RatedYear year, VerificationPage.Which which, String search, long offset, int limit) {
        Map<String, List<Verification>> asked = new LinkedHashMap<>();
        verifications.all(year.year()).forEach(verification -> asked.computeIfAbsent(
                        verification.company(), any -> new ArrayList<>())
                .add(verification));
        List<String> concerned = concerned(year, asked);
        Predicate<String> wanted =
                switch (which) {
                    case ALL -> company -> true;
                    case OPEN ->
                        company ->
                                asked.getOrDefault(company, List.of()).stream().anyMatch(CommitteeReads::isOpen);
                    case UNASKED -> company -> !asked.containsKey(company);
                };
        String plain = search.strip().toLowerCase(Locale.ROOT);
        List<String> found = concerned.stream()
                .filter(wanted)
                .filter(company -> plain.isEmpty()
                        || company.contains(plain)
                        || name(year, company).toLowerCase(Locale.ROOT).contains(plain))
                .toList();
        List<String> shown = found.stream().skip(offset).limit(limit).toList();
        return new VerificationPage(
                year, found.size(), companies(year, shown, asked), concerned.size(), (int) asked.values().stream()
                        .flatMap(List::stream)
                        .filter(CommitteeReads::isOpen)
                        .count());
    }

    private static boolean isOpen(Verification verification) {
        return verification.outcome() == Verification.Outcome.OPEN;
    }

    private static List<String> concerned(RatedYear year, Map<String, List<Verification>> asked) {
        List<String> concerned = new ArrayList<>();
        year.ranking().companies().stream()
                .filter(ranked -> ranked.standing().warnings() > 0
                        || asked.containsKey(ranked.company().id()))
                .forEach(ranked -> concerned.add(ranked.company().id()));
        asked.keySet().stream()
                .filter(company -> year.ranked(company).isEmpty())
                .forEach(concerned::add);
        return concerned;
    }

    private List<VerificationPage.ToVerify> companies(
            RatedYear year, List<String> shown, Map<String, List<Verification>> asked) {
        Map<String, List<Problem>> found = new HashMap<>();
        problems.ofCompanies(year.revision(), shown).stream()
                .sorted(Problem.ORDER)
                .forEach(problem -> found.computeIfAbsent(problem.company(), any -> new ArrayList<>())
                        .add(problem));
        List<VerificationPage.ToVerify> companies = new ArrayList<>();
        for (String company : shown) {
            companies.add(new VerificationPage.ToVerify(
                    company,
                    name(year, company),
                    year.ranked(company).map(ranked -> ranked.rank()).orElse(null),
                    items(
                            // What is wrong with a company that is not ranked is no question of verification.
                            year.ranked(company).isPresent() ? found.getOrDefault(company, List.of()) : List.of(),
                            asked.getOrDefault(company, List.of()))));
        }
        return companies;
    }

    private static List<VerificationPage.Item> items(List<Problem> problems, List<Verification> asked) {
        Map<Verification.Subject, Verification> bySubject = new LinkedHashMap<>();
        asked.forEach(verification -> bySubject.put(verification.subject(), verification));
        List<VerificationPage.Item> items = new ArrayList<>();
        Set<Verification.Subject> listed = new HashSet<>();
        for (Problem problem : problems) {
            Verification.Subject subject = Verification.Subject.of(problem);
            listed.add(subject);
            items.add(new VerificationPage.Item(problem, bySubject.get(subject)));
        }
        bySubject.forEach((subject, verification) -> {
            if (!listed.contains(subject)) {
                items.add(new VerificationPage.Item(null, verification));
            }
        });
        return items;
    }
}
