package org.mera.batch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.committee.UnrankedCompany;
import org.mera.csv.Problem;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.YearPlace;
import org.mera.report.CompanyPaper;
import org.mera.scoring.Withdrawal;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;

/**
 * All that is told of a company in a rated year.
 *
 * @param year      as it was published
 * @param id        INN or code
 * @param paper     what its report prints; null where it has no place
 * @param unranked  null where it has a place
 * @param counting  the Table that counts, with file and record of every line; null where it has no place
 * @param documents handed in for it, with their places; of a company without a place none are told
 * @param problems  of its files, in the order of problems.csv
 * @param places    over the years, the newest first
 */
public record CompanyRating(
        RatedYear year,
        String id,
        @Nullable CompanyPaper paper,
        @Nullable UnrankedCompany unranked,
        @Nullable Table counting,
        List<SourceDocument> documents,
        List<Problem> problems,
        List<YearPlace> places) {

    public CompanyRating {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
        places = List.copyOf(places);
    }

    /** {@return it with its place} Empty where it has none. */
    public Optional<RankedCompany> ranked() {
        return year.ranked(id);
    }

    /** {@return its name} Empty where the register does not know it. */
    public String name() {
        return ranked().map(ranked -> ranked.company().name()).orElseGet(() -> unranked == null ? "" : unranked.name());
    }

    /** {@return why the committee has withdrawn it} Empty where it has not, as far as the revision knows. */
    public Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(year.record().decisions().withdrawn().get(id));
    }
}
