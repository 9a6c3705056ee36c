package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.mera.batch.CommitteeDesk;
import org.mera.batch.CompanyRating;
import org.mera.batch.OutputDesk;
import org.mera.batch.PublishedSet;
import org.mera.batch.RatingDesk;
import org.mera.company.FileNames;
import org.mera.seal.SealedFile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A company in a rated year. Its identity may hold any character, so that it stands in no path. */
@Controller
class CompanyPages {

    private final RatingDesk ratings;
    private final CommitteeDesk committee;
    private final OutputDesk outputs;
    private final Downloads downloads;

    CompanyPages(RatingDesk ratings, CommitteeDesk committee, OutputDesk outputs, Downloads downloads) {
        this.ratings = ratings;
        this.committee = committee;
        this.outputs = outputs;
        this.downloads = downloads;
    }

    @GetMapping("/cycles/{year}/company")
    String company(@PathVariable int year, @RequestParam String id, Locale locale, Model model) {
        CompanyRating company =
                ratings.company(year, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<PublishedSet> set = outputs.of(year);
        model.addAttribute("company", company);
        model.addAttribute("rated", company.year());
        model.addAttribute("scale", company.year().methodology().scale());
        model.addAttribute("columns", company.year().methodology().columns());
        model.addAttribute("profile", company.paper() == null ? null : CompanyProfileView.of(company, locale));
        model.addAttribute(
                "report",
                set.flatMap(each -> each.report(id)).map(SealedFile::path).orElse(null));
        model.addAttribute("returned", returned(set, id));
        model.addAttribute(
                "pending",
                committee
                        .of(year)
                        .map(state -> state.cells().stream()
                                .filter(cell -> cell.decision().company().equals(id))
                                .filter(cell -> !company.year()
                                        .record()
                                        .decisions()
                                        .all()
                                        .contains(cell.decision()))
                                .toList())
                        .orElse(null));
        return "company";
    }

    private static @org.jspecify.annotations.Nullable String returned(Optional<PublishedSet> set, String id) {
        String path = "returns/" + FileNames.of(id) + ".csv";
        return set.flatMap(each -> each.file(path)).map(SealedFile::path).orElse(null);
    }

    @GetMapping("/cycles/{year}/company/report")
    void report(
            @PathVariable int year, @RequestParam String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = outputs.of(year)
                .flatMap(set -> set.report(id))
                .map(SealedFile::path)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        downloads.send(year, path, request, response);
    }
}
