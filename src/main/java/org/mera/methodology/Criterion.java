package org.mera.methodology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a company is asked.
 *
 * @param number     1…
 * @param directions what explains it, in the Table's order: the first has the letter а
 * @param dependsOn  the numbers of the criteria that it refers to
 * @param yearBound  the numbers of the columns in which it speaks of the rated year, besides the columns that always do
 * @param footnote   what the Table adds below it, or null
 * @param was        the numbers of the criteria of other versions that it may be compared with, by version
 */
public record Criterion(
        int number,
        LocalizedText title,
        List<LocalizedText> directions,
        List<Integer> dependsOn,
        Set<Integer> yearBound,
        @Nullable LocalizedText footnote,
        Map<String, Integer> was) {

    public Criterion {
        directions = List.copyOf(directions);
        dependsOn = List.copyOf(dependsOn);
        yearBound = Set.copyOf(yearBound);
        was = Map.copyOf(was);
    }

    public Criterion(
            int number,
            LocalizedText title,
            List<LocalizedText> directions,
            List<Integer> dependsOn,
            Set<Integer> yearBound,
            @Nullable LocalizedText footnote) {
        this(number, title, directions, dependsOn, yearBound, footnote, Map.of());
    }

    public Criterion(
            int number,
            LocalizedText title,
            List<LocalizedText> directions,
            List<Integer> dependsOn,
            Set<Integer> yearBound) {
        this(number, title, directions, dependsOn, yearBound, null);
    }

    /** {@return what the Table adds below it} Empty where it adds nothing. */
    public Optional<LocalizedText> note() {
        return Optional.ofNullable(footnote);
    }
}
