package org.mera.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rating is like as a whole. Everything is of the ranked companies and of the scores that count; without any, the lists of bands and
 * classes count 0 and those of means, criteria, industries and participations are empty.
 *
 * @param companies      how many are ranked
 * @param total          in points; null where nobody is ranked
 * @param indicator      in percent; null where nobody is ranked
 * @param bands          of the indicator, ten, the lowest first
 * @param classes        from the highest to the lowest; empty where none is defined
 * @param sections       by section of the methodology
 * @param columns        by column of the methodology
 * @param criteria       by number
 * @param industries     those of three companies or more, the highest mean indicator first, those of one mean by name (code points)
 * @param participations on-site first; only those with a company
 */
public record Statistics(
        int companies,
        @Nullable Summary total,
        @Nullable Summary indicator,
        List<Band> bands,
        List<ClassCount> classes,
        List<Mean> sections,
        List<Mean> columns,
        List<CriterionStatistics> criteria,
        List<IndustryStatistics> industries,
        List<ParticipationStatistics> participations) {

    private static final Comparator<CriterionStatistics> LEAST_FIRST = Comparator.comparingLong(
            (CriterionStatistics criterion) -> criterion.all().sum());
    private static final Comparator<CriterionStatistics> BY_NUMBER =
            Comparator.comparingInt(CriterionStatistics::number);

    public Statistics {
        bands = List.copyOf(bands);
        classes = List.copyOf(classes);
        sections = List.copyOf(sections);
        columns = List.copyOf(columns);
        criteria = List.copyOf(criteria);
        industries = List.copyOf(industries);
        participations = List.copyOf(participations);
    }

    /** {@return what the totals are like, in points} Empty where nobody is ranked. */
    public Optional<Summary> totals() {
        return Optional.ofNullable(total);
    }

    /** {@return what the indicators are like, in percent} Empty where nobody is ranked. */
    public Optional<Summary> indicators() {
        return Optional.ofNullable(indicator);
    }

    /** {@return how many companies are below the lowest class} 0 where no class is defined. */
    public int belowClasses() {
        return classes.isEmpty()
                ? 0
                : companies - classes.stream().mapToInt(ClassCount::companies).sum();
    }

    /** {@return the criteria confirmed least, the least first} By the exact sum of their scores, equal ones by number. */
    public List<CriterionStatistics> leastConfirmed(int atMost) {
        return criteria.stream()
                .sorted(LEAST_FIRST.thenComparing(BY_NUMBER))
                .limit(atMost)
                .toList();
    }

    /** {@return the criteria confirmed best, the best first} By the exact sum of their scores, equal ones by number. */
    public List<CriterionStatistics> bestConfirmed(int atMost) {
        return criteria.stream()
                .sorted(LEAST_FIRST.reversed().thenComparing(BY_NUMBER))
                .limit(atMost)
                .toList();
    }
}
