package org.mera.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.DecidedCompany;
import org.mera.committee.DecisionList;
import org.mera.committee.RatingFacts;
import org.mera.committee.Verification;
import org.mera.committee.WithdrawnCompany;
import org.mera.company.Company;
import org.mera.company.Inn;
import org.mera.company.Participation;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.ranking.Statistics;
import org.mera.ranking.StatisticsTally;
import org.mera.scoring.Assessment;
import org.mera.scoring.Decisions;
import org.mera.scoring.Result;

/** The committee's report of an invented rating: {@code aPaper().company("Пример-017", scores).print()}. */
final class CommitteePaperBuilder {

    static final List<String> INDUSTRIES = List.of(
            "Связь",
            "Лёгкая промышленность",
            "Химическое производство",
            "Транспорт и логистика",
            "Торговля",
            "Банки",
            "");

    private final Methodology methodology;
    private final Map<String, byte[]> scores = new HashMap<>();
    private final List<Standing> standings = new ArrayList<>();
    private final Map<String, PastRank> past = new HashMap<>();
    private final List<CompanyFindings> rejected = new ArrayList<>();
    private final List<CompanyFindings> notHandedIn = new ArrayList<>();
    private final Map<String, List<Problem>> warnings = new HashMap<>();
    private final List<Problem> ofNoCompany = new ArrayList<>();
    private final List<DecidedCompany> decisions = new ArrayList<>();
    private final List<WithdrawnCompany> withdrawn = new ArrayList<>();
    private final List<Verification> verifications = new ArrayList<>();
    private PaperCycle.@Nullable Approval approval;
    private CommitteePaper.@Nullable LastYear lastYear;
    private Locale language = Locale.forLanguageTag("ru");
    private RatingFacts facts = RatingFacts.NONE;
    private int revision = 7;

    private CommitteePaperBuilder(Methodology methodology) {
        this.methodology = methodology;
    }

    static CommitteePaperBuilder aPaper() {
        return aPaper(Methodologies.bundled("anti-corruption-rating"));
    }

    static CommitteePaperBuilder aPaper(Methodology methodology) {
        return new CommitteePaperBuilder(methodology);
    }

    static String inn(int number) {
        return Inn.complete(String.format(Locale.ROOT, "99%07d", number));
    }

    CommitteePaperBuilder in(Locale other) {
        language = other;
        return this;
    }

    CommitteePaperBuilder revision(int number) {
        revision = number;
        return this;
    }

    CommitteePaperBuilder approved(String protocol, LocalDate date) {
        approval = new PaperCycle.Approval(protocol, date);
        return this;
    }

    CommitteePaperBuilder lastYear(CommitteePaper.LastYear year) {
        lastYear = year;
        return this;
    }

    CommitteePaperBuilder facts(RatingFacts told) {
        facts = told;
        return this;
    }

    CommitteePaperBuilder past(String id, PastRank rank) {
        past.put(id, rank);
        return this;
    }

    /** Companies whose scores are drawn by lot, always the same. */
    CommitteePaperBuilder companies(int count) {
        Random random = new Random(count);
        for (int i = 1; i <= count; i++) {
            int ambition = 1 + random.nextInt(100);
            byte[] cells = new byte[cells()];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = (byte) (random.nextInt(100) < ambition ? 1 + random.nextInt(highest()) : 0);
            }
            String industry = INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
            Participation participation = random.nextInt(3) == 0 ? Participation.ON_SITE : Participation.DESK;
            company(
                    inn(i),
                    "Пример-" + String.format(Locale.ROOT, "%03d", i),
                    industry,
                    participation,
                    cells,
                    warnings(i % 4));
        }
        return this;
    }

    private static Problem[] warnings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Problem.of(ProblemCode.SPREADSHEET_DAMAGED, "документы.csv", 12 + i)
                        .withColumn("number")
                        .withValue("15.мар"))
                .toArray(Problem[]::new);
    }

    CommitteePaperBuilder company(
            String id, String name, String industry, Participation participation, byte[] cells, Problem... found) {
        Result result = new Assessment(cells).result(methodology);
        scores.put(id, cells);
        warnings.put(
                id, Stream.of(found).map(problem -> problem.withCompany(id)).toList());
        standings.add(Standing.of(
                methodology,
                new Company(id, name, industry, "", participation),
                result.columnSums(),
                result.sectionSums(),
                found.length));
        return this;
    }

    CommitteePaperBuilder rejected(String id, String name, Problem... found) {
        rejected.add(new CompanyFindings(
                id,
                name,
                null,
                Stream.of(found).map(problem -> problem.withCompany(id)).toList()));
        return this;
    }

    CommitteePaperBuilder notHandedIn(String id, String name) {
        Problem problem =
                Problem.of(ProblemCode.NO_SUBMISSION, "companies.csv", 8).withCompany(id);
        notHandedIn.add(new CompanyFindings(id, name, null, List.of(problem)));
        return this;
    }

    CommitteePaperBuilder withdrawn(String id, String name, String reason) {
        withdrawn.add(new WithdrawnCompany(id, name, reason));
        return this;
    }

    CommitteePaperBuilder decided(DecidedCompany company) {
        decisions.add(company);
        return this;
    }

    CommitteePaperBuilder verified(Verification... asked) {
        verifications.addAll(List.of(asked));
        return this;
    }

    CommitteePaperBuilder ofNoCompany(Problem... found) {
        ofNoCompany.addAll(List.of(found));
        return this;
    }

    /** {@return scores of which the first are the highest and the others 0} */
    byte[] scores(int cellsInFull) {
        byte[] cells = new byte[cells()];
        IntStream.range(0, cellsInFull).forEach(cell -> cells[cell] = (byte) highest());
        return cells;
    }

    private int cells() {
        return methodology.criterionCount() * methodology.columns().size();
    }

    private int highest() {
        return methodology.scale().maximumUnits();
    }

    CommitteePaper build() {
        Ranking ranking = Ranking.of(methodology, standings, past);
        int ranked = standings.size();
        int warned =
                (int) standings.stream().filter(each -> each.warnings() > 0).count();
        return new CommitteePaper(
                new PaperCycle(
                        methodology.title().in(language),
                        2025,
                        methodology.version(),
                        LocalDate.of(2026, 5, 31),
                        revision,
                        approval),
                methodology,
                new Counts(
                        ranked + rejected.size() + notHandedIn.size(),
                        ranked + rejected.size(),
                        ranked,
                        rejected.size(),
                        warned,
                        ranked),
                statistics(ranking),
                lastYear,
                ranking,
                findings(ranking),
                new DecisionList(decisions, withdrawn),
                new RatingFacts(
                        new CommitteeRecord(Decisions.NONE, verifications, 1, null),
                        facts.previous(),
                        facts.agreement(),
                        facts.sensitivity()));
    }

    private Statistics statistics(Ranking ranking) {
        StatisticsTally tally = new StatisticsTally(methodology);
        ranking.companies()
                .forEach(each ->
                        tally.add(each, scores.getOrDefault(each.company().id(), new byte[0])));
        return tally.statistics();
    }

    private Findings findings(Ranking ranking) {
        return new Findings() {
            @Override
            public Iterator<CompanyFindings> toVerify() {
                return ranking.companies().stream()
                        .filter(each -> each.standing().warnings() > 0)
                        .map(this::ofOne)
                        .iterator();
            }

            @Override
            public Iterator<CompanyFindings> toVerify(Set<String> companies) {
                return ranking.companies().stream()
                        .filter(each -> each.standing().warnings() > 0
                                && companies.contains(each.company().id()))
                        .map(this::ofOne)
                        .iterator();
            }

            private CompanyFindings ofOne(RankedCompany each) {
                Company company = each.company();
                return new CompanyFindings(
                        company.id(), company.name(), each.rank(), warnings.getOrDefault(company.id(), List.of()));
            }

            @Override
            public Iterator<CompanyFindings> rejected() {
                return rejected.iterator();
            }

            @Override
            public Iterator<CompanyFindings> notHandedIn() {
                return notHandedIn.iterator();
            }

            @Override
            public Stream<Problem> ofNoCompany() {
                return ofNoCompany.stream();
            }
        };
    }
}
