package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mera.batch.OutputDesk;
import org.mera.batch.PublishedSet;
import org.mera.batch.RatedYear;
import org.mera.batch.RatingDesk;
import org.mera.ranking.RankedCompany;
import org.mera.seal.SealedFile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The published outputs, singly and together. */
@Controller
class OutputPages {

    private static final int SIZE = 50;
    private static final String RETURNS = "returns/";

    private final OutputDesk outputs;
    private final RatingDesk ratings;
    private final Rankings rankings;
    private final Downloads downloads;

    OutputPages(OutputDesk outputs, RatingDesk ratings, Rankings rankings, Downloads downloads) {
        this.outputs = outputs;
        this.ratings = ratings;
        this.rankings = rankings;
        this.downloads = downloads;
    }

    /** A company's report. */
    record CompanyReport(RankedCompany ranked, SealedFile file) {}

    @GetMapping("/cycles/{year}/reports")
    String reports(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<PublishedSet> set = outputs.of(year);
        Optional<RatedYear> rated = ratings.of(year);
        model.addAttribute("q", q);
        if (set.isPresent()) {
            List<SealedFile> reports = set.get().reports();
            model.addAttribute("set", set.get());
            model.addAttribute("committee", set.get().committeeReport().orElse(null));
            model.addAttribute("others", others(set.get()));
            model.addAttribute("reports", reports.size());
            model.addAttribute(
                    "size", reports.stream().mapToLong(SealedFile::size).sum());
            model.addAttribute(
                    "returns",
                    set.get().files().stream()
                            .filter(file -> file.path().startsWith(RETURNS))
                            .count());
        }
        if (set.isPresent() && rated.isPresent()) {
            RankingPage found = rankings.page(rated.get(), RankingQuery.of(q, null, null, null, null), page, SIZE);
            List<CompanyReport> shown = new ArrayList<>();
            found.companies().forEach(ranked -> set.get()
                    .report(ranked.company().id())
                    .ifPresent(file -> shown.add(new CompanyReport(ranked, file))));
            model.addAttribute("companies", shown);
            model.addAttribute("paging", found.paging());
        }
        return "reports";
    }

    /** {@return what is neither a report nor sent back to a company nor kept for a recomputation} */
    private static List<SealedFile> others(PublishedSet set) {
        return set.files().stream()
                .filter(file -> file.path().indexOf('/') < 0 && !file.path().endsWith(".pdf"))
                .toList();
    }

    /** @param what {@code reports}, the lists that go back to the companies ({@code returns}), or everything ({@code all}) */
    @GetMapping("/cycles/{year}/reports.zip")
    void zip(
            @PathVariable int year,
            @RequestParam(defaultValue = "reports") String what,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublishedSet set = outputs.of(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<SealedFile> files =
                switch (what) {
                    case "reports" -> set.reports();
                    case "returns" ->
                        set.files().stream()
                                .filter(file -> file.path().startsWith(RETURNS))
                                .toList();
                    case "all" -> all(set);
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                };
        if (files.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        downloads.sendZip(year, set, files, what, request, response);
    }

    private static List<SealedFile> all(PublishedSet set) {
        List<SealedFile> all = new ArrayList<>(set.files());
        set.file("manifest.json").ifPresent(all::add);
        return all;
    }

    @GetMapping("/cycles/{year}/files/{*path}")
    void file(
            @PathVariable int year, @PathVariable String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        downloads.send(year, path.substring(1), request, response);
    }
}
