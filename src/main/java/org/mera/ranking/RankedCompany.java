package org.mera.ranking;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;

/**
 * A company in its place.
 *
 * @param rank              among all
 * @param participationRank among those that take part in the same way
 * @param industryRank      among those of the same industry, or null where its industry is unknown
 * @param previous          its place a year before, or null where there is none to compare with
 */
public record RankedCompany(
        Standing standing,
        int rank,
        int participationRank,
        @Nullable Integer industryRank,
        @Nullable PastRank previous) {

    public Company company() {
        return standing.company();
    }

    /** {@return its place a year before} */
    public Optional<PastRank> past() {
        return Optional.ofNullable(previous);
    }

    /** {@return by how many places it rose (fell: below 0)} Empty where there is no rank to compare with. */
    public OptionalInt rankChange() {
        return previous == null ? OptionalInt.empty() : OptionalInt.of(previous.rank() - rank);
    }
}
