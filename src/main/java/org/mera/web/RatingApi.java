package org.mera.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.CompanyRating;
import org.mera.batch.ProblemDesk;
import org.mera.batch.ProblemPage;
import org.mera.batch.RatedYear;
import org.mera.batch.RatingDesk;
import org.mera.company.Company;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.YearPlace;
import org.mera.submission.ProblemFilter;
import org.mera.submission.SourceDocument;
import org.mera.submission.TableLine;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published rating for programs. Scores are texts of decimals, so that no reader makes a binary fraction of them. */
@RestController
@RequestMapping(AccessRules.API)
class RatingApi {

    private final RatingDesk ratings;
    private final Rankings rankings;
    private final ProblemDesk problems;

    RatingApi(RatingDesk ratings, Rankings rankings, ProblemDesk problems) {
        this.ratings = ratings;
        this.rankings = rankings;
        this.problems = problems;
    }

    /**
     * A company in its place.
     *
     * @param industryRank null where its industry is unknown
     * @param change       by how many places it rose; null where there is no rank to compare with
     * @param total        in points
     * @param indicator    in percent
     * @param scoreClass   empty where none is reached
     * @param columns      points by column of the Table
     * @param sections     points by section
     */
    record RankedPlace(
            int rank,
            int participationRank,
            @Nullable Integer industryRank,
            @Nullable Integer change,
            String id,
            String name,
            String industry,
            String region,
            String participation,
            String total,
            String indicator,
            String scoreClass,
            int warnings,
            List<String> columns,
            List<String> sections) {

        static RankedPlace of(RankedCompany ranked, Methodology methodology) {
            Company company = ranked.company();
            Scale scale = methodology.scale();
            return new RankedPlace(
                    ranked.rank(),
                    ranked.participationRank(),
                    ranked.industryRank(),
                    ranked.rankChange().isPresent() ? ranked.rankChange().getAsInt() : null,
                    company.id(),
                    company.name(),
                    company.industry(),
                    company.region(),
                    company.participation().word(),
                    scale.points(ranked.standing().total()),
                    methodology.indicator(ranked.standing().total()).toPlainString(),
                    ranked.standing().scoreClass(),
                    ranked.standing().warnings(),
                    points(scale, ranked.standing().columnSums()),
                    points(scale, ranked.standing().sectionSums()));
        }

        private static List<String> points(Scale scale, int[] sums) {
            return Arrays.stream(sums).mapToObj(scale::points).toList();
        }
    }

    /**
     * A cell of the Table that counts, as it was handed in.
     *
     * @param column   its number
     * @param score    in points; null where blank or not on the scale
     * @param evidence as written
     */
    record Score(int criterion, int column, @Nullable String score, String evidence, String file, int line) {}

    /**
     * All that is told of a company.
     *
     * @param place     null where it is not ranked
     * @param status    of its submission where it is not ranked, else {@code ranked}
     * @param withdrawn why the committee has withdrawn it; null where it has not
     */
    record CompanyOfYear(
            int year,
            int revision,
            String id,
            String name,
            String status,
            @Nullable RankedPlace place,
            @Nullable String withdrawn,
            List<Score> scores,
            List<SourceDocument> documents,
            List<ApiProblemOfFile> problems,
            List<YearPlace> years) {}

    @GetMapping("/cycles/{year}/ranking")
    ResponseEntity<ApiPage<RankedPlace>> ranking(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String participation,
            @RequestParam(name = "class", required = false) @Nullable String scoreClass,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size) {
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        RatedYear rated = ratings.of(year).orElseThrow(() -> ApiException.notPublished(year));
        RankingQuery query = RankingQuery.of(search, industry, participation, scoreClass, sort);
        requireKnown(query, participation, sort, rated.methodology());
        RankingPage found = rankings.page(rated, query, page, size);
        // A page behind the last has nothing, or a program that reads on would never end.
        List<RankedPlace> places = found.paging().page() == page
                ? found.companies().stream()
                        .map(ranked -> RankedPlace.of(ranked, rated.methodology()))
                        .toList()
                : List.of();
        return asked.of(places, found.paging().total(), rated.revision().number())
                .answer();
    }

    @GetMapping("/cycles/{year}/companies/{id}")
    CompanyOfYear company(@PathVariable int year, @PathVariable String id, Locale language) {
        return company(
                ratings.company(year, id)
                        .orElseThrow(
                                () -> new ApiException(404, "no-company", "There is no company " + id + " in " + year)),
                language);
    }

    /** The same for identities that cannot stand in a path, as they hold a slash. */
    @GetMapping("/cycles/{year}/companies")
    CompanyOfYear companyById(@PathVariable int year, @RequestParam String id, Locale language) {
        return company(year, id, language);
    }

    @GetMapping("/cycles/{year}/problems")
    ResponseEntity<ApiPage<ApiProblemOfFile>> problems(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size,
            Locale language) {
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        ProblemFilter filter = new ProblemFilter(
                company == null ? null : List.of(company), file, code == null ? null : code(code), severity(severity));
        ProblemPage found =
                problems.page(year, filter, asked.offset(), size).orElseThrow(() -> ApiException.noCycle(year));
        return asked.of(
                        found.problems().stream()
                                .map(problem -> ApiProblemOfFile.of(problem, language))
                                .toList(),
                        found.total(),
                        found.revision().number())
                .answer();
    }

    private static CompanyOfYear company(CompanyRating rating, Locale language) {
        RatedYear year = rating.year();
        Optional<RankedCompany> ranked = rating.ranked();
        return new CompanyOfYear(
                year.year(),
                year.revision().number(),
                rating.id(),
                rating.name(),
                ranked.isPresent() || rating.unranked() == null
                        ? "ranked"
                        : rating.unranked()
                                .status()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                ranked.map(each -> RankedPlace.of(each, year.methodology())).orElse(null),
                rating.withdrawal().map(withdrawal -> withdrawal.reason()).orElse(null),
                scores(rating),
                rating.documents(),
                rating.problems().stream()
                        .map(problem -> ApiProblemOfFile.of(problem, language))
                        .toList(),
                rating.places());
    }

    private static List<Score> scores(CompanyRating rating) {
        List<Score> scores = new ArrayList<>();
        if (rating.counting() != null) {
            Methodology methodology = rating.year().methodology();
            for (TableLine line : rating.counting().lines()) {
                for (int i = 0; i < methodology.columns().size(); i++) {
                    int units = line.scores()[i];
                    scores.add(new Score(
                            line.criterion(),
                            methodology.columns().get(i).number(),
                            units == TableLine.UNSOUND
                                    ? null
                                    : methodology.scale().points(units),
                            line.evidence().get(i),
                            line.file(),
                            line.record()));
                }
            }
        }
        return scores;
    }

    /** A program that is answered something else than it asked for would never know. */
    private static void requireKnown(
            RankingQuery query, @Nullable String participation, @Nullable String sort, Methodology methodology) {
        if (participation != null && !participation.isBlank() && query.participation() == null) {
            throw new ApiException(
                    400, "bad-request", "participation is on-site or desk, not «" + participation.strip() + "»");
        }
        List<String> orders = RankingQuery.words(methodology);
        if (sort != null && !sort.isEmpty() && !orders.contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
            throw new ApiException(
                    400,
                    "bad-request",
                    "sort is one of " + String.join(", ", orders)
                            + ", or one of them behind a -, which turns the order round; not «" + sort + "»");
        }
    }

    private static ProblemCode code(String code) {
        try {
            return ProblemCode.of(code);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "bad-request", "There is no problem code «" + code + "»");
        }
    }

    private static @Nullable Severity severity(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(Severity.values())
                        .filter(severity -> severity.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new ApiException(
                                400, "bad-request", "severity is error or warning, not «" + word + "»"));
    }
}
