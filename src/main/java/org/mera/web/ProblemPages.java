package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.batch.OutputDesk;
import org.mera.batch.ProblemDesk;
import org.mera.batch.ProblemPage;
import org.mera.batch.RatedYear;
import org.mera.batch.RatingDesk;
import org.mera.csv.ProblemCode;
import org.mera.csv.Severity;
import org.mera.submission.ProblemFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The problems of the files of a year. */
@Controller
class ProblemPages {

    private static final int SIZE = 50;
    private static final int COMPANIES = 500;

    private final ProblemDesk problems;
    private final RatingDesk ratings;
    private final Rankings rankings;
    private final OutputDesk outputs;
    private final Downloads downloads;
    private final Crowd crowd;

    ProblemPages(
            ProblemDesk problems,
            RatingDesk ratings,
            Rankings rankings,
            OutputDesk outputs,
            Downloads downloads,
            Crowd crowd) {
        this.problems = problems;
        this.ratings = ratings;
        this.rankings = rankings;
        this.outputs = outputs;
        this.downloads = downloads;
        this.crowd = crowd;
    }

    @GetMapping("/cycles/{year}/problems")
    String problems(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        ProblemFilter filter = filter(year, company, file, code, severity);
        int asked = Math.max(1, page);
        Optional<ProblemPage> found = problems.page(year, filter, (asked - 1L) * SIZE, SIZE);
        if (found.isPresent() && found.get().problems().isEmpty() && found.get().total() > 0) {
            asked = (int) ((found.get().total() + SIZE - 1) / SIZE);
            found = problems.page(year, filter, (asked - 1L) * SIZE, SIZE);
        }
        if (found.isPresent()) {
            model.addAttribute("found", found.get());
            model.addAttribute("paging", new Paging(asked, SIZE, found.get().total()));
        }
        model.addAttribute("company", company);
        model.addAttribute("file", file);
        model.addAttribute("code", code);
        model.addAttribute("severity", severity);
        model.addAttribute("severities", Severity.values());
        model.addAttribute("filters", !filter.equals(ProblemFilter.ALL));
        model.addAttribute("parameters", request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return "problems";
    }

    /** Without a filter it is the file that was published. */
    @GetMapping("/cycles/{year}/problems.csv")
    void csv(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String severity,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ProblemFilter filter = filter(year, company, file, code, severity);
        if (filter.equals(ProblemFilter.ALL)
                && outputs.of(year).flatMap(set -> set.file("problems.csv")).isPresent()) {
            downloads.send(year, "problems.csv", request, response);
            return;
        }
        // Aside first: a slow reader holds neither a connection nor old rows.
        Path made = Files.createTempFile("mera-problems", ".csv");
        boolean any;
        try {
            any = written(year, filter, locale, made);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(made);
            throw e;
        }
        if (!any) {
            Files.deleteIfExists(made);
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        downloads.sendMade(made, "problems-" + year + ".csv", response);
    }

    private boolean written(int year, ProblemFilter filter, Locale locale, Path made) throws IOException {
        if (!crowd.enter()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            return problems.write(year, filter, locale, Files.newOutputStream(made));
        } finally {
            crowd.leave();
        }
    }

    private ProblemFilter filter(int year, String company, String file, String code, String severity) {
        return new ProblemFilter(
                company.isBlank() ? null : companies(year, company.strip()),
                file.strip(),
                code.isEmpty() ? null : code(code),
                Arrays.stream(Severity.values())
                        .filter(each -> each.word().equals(severity))
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable ProblemCode code(String word) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.code().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** {@return whom a text means: the company of this identity, or those whose name has its words} Of many names the first some hundred. */
    private List<String> companies(int year, String text) {
        Optional<RatedYear> rated = ratings.of(year);
        if (rated.isEmpty()
                || rated.get().ranked(text).isPresent()
                || rated.get().unranked(text).isPresent()) {
            return List.of(text);
        }
        String key = RankingIndex.key(text);
        RankingQuery query = RankingQuery.of(text, null, null, null, null);
        return Stream.of(
                        Stream.of(text),
                        rankings.page(rated.get(), query, 1, COMPANIES).companies().stream()
                                .map(ranked -> ranked.company().id()),
                        rated.get().unranked().stream()
                                .filter(unranked ->
                                        RankingIndex.key(unranked.name()).contains(key))
                                .map(unranked -> unranked.id())
                                .limit(COMPANIES))
                .flatMap(each -> each)
                .toList();
    }
}
