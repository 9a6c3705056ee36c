package org.mera.batch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.cycle.JdbcCycles;
import org.mera.cycle.JdbcRevisions;
import org.mera.cycle.Revision;
import org.mera.ranking.JdbcPlacesOverYears;
import org.mera.ranking.RankedCompany;
import org.mera.report.CompanyPaper;
import org.mera.submission.JdbcProblems;
import org.mera.submission.JdbcTables;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;
import org.springframework.stereotype.Component;

/** Reads the published rating, each answer in one snapshot of the database. */
@Component
class RatingReads implements RatingDesk {

    private final JdbcCycles cycles;
    private final JdbcRevisions revisions;
    private final JdbcTables tables;
    private final JdbcProblems problems;
    private final JdbcPlacesOverYears places;
    private final JdbcTransactions transactions;
    private final RatedYears years;

    RatingReads(
            JdbcCycles cycles,
            JdbcRevisions revisions,
            JdbcTables tables,
            JdbcProblems problems,
            JdbcPlacesOverYears places,
            JdbcTransactions transactions,
            RatedYears years) {
        this.cycles = cycles;
        this.revisions = revisions;
        this.tables = tables;
        this.problems = problems;
        this.places = places;
        this.transactions = transactions;
        this.years = years;
    }

    @Override
    public Optional<RatedYear> of(int year) {
        return revisions.newestCompleted(year).flatMap(revision -> years.held(revision)
                .or(() -> transactions.reading(
                        () -> revisions.newestCompleted(year).map(this::rated))));
    }

    @Override
    public Optional<CompanyRating> company(int year, String id) {
        // Brought in before the snapshot: many readers then wait for one of them without a connection each.
        Optional<RatedYear> known = of(year);
        return known.isEmpty()
                ? Optional.empty()
                : transactions.reading(() -> revisions.newestCompleted(year).flatMap(now -> company(rated(now), id)));
    }

    private RatedYear rated(Revision revision) {
        return years.of(revision, isNewest(revision.year()));
    }

    private boolean isNewest(int year) {
        return cycles.newestYear().filter(newest -> newest == year).isPresent();
    }

    private Optional<CompanyRating> company(RatedYear year, String id) {
        Optional<RankedCompany> ranked = year.ranked(id);
        if (ranked.isEmpty() && year.unranked(id).isEmpty()) {
            return Optional.empty();
        }
        Revision revision = year.revision();
        @Nullable CompanyPaper paper = null;
        @Nullable Table counting = null;
        List<SourceDocument> documents = List.of();
        if (ranked.isPresent()) {
            List<Table> read = tables.of(revision.year(), revision.number(), id, year.methodology());
            documents = tables.documents(revision.year(), revision.number(), id, year.methodology());
            counting = read.stream().filter(Table::counts).findFirst().orElse(null);
            paper = year.papers().paper(ranked.get(), read, documents);
        }
        return Optional.of(new CompanyRating(
                year,
                id,
                paper,
                year.unranked(id).orElse(null),
                counting,
                documents,
                problems.ofCompanies(revision, List.of(id)).stream()
                        .sorted(Problem.ORDER)
                        .toList(),
                places.of(id)));
    }
}
