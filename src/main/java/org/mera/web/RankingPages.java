package org.mera.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.batch.RatedYear;
import org.mera.batch.RatingDesk;
import org.mera.company.Participation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ranking as it was published last. */
@Controller
class RankingPages {

    private static final int SIZE = 50;

    private final RatingDesk ratings;
    private final Rankings rankings;

    RankingPages(RatingDesk ratings, Rankings rankings) {
        this.ratings = ratings;
        this.rankings = rankings;
    }

    @GetMapping("/cycles/{year}/ranking")
    String ranking(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String participation,
            @RequestParam(name = "class", required = false) @Nullable String scoreClass,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<RatedYear> rated = ratings.of(year);
        if (rated.isPresent()) {
            RankingQuery query = RankingQuery.of(q, industry, participation, scoreClass, sort);
            model.addAttribute("rated", rated.get());
            model.addAttribute("query", query);
            model.addAttribute("index", rankings.of(rated.get()));
            model.addAttribute("found", rankings.page(rated.get(), query, page, SIZE));
            model.addAttribute("participations", Participation.values());
            model.addAttribute("columns", rated.get().methodology().columns());
            model.addAttribute("scale", rated.get().methodology().scale());
        }
        return "ranking";
    }
}
