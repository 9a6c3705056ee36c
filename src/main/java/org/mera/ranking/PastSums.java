package org.mera.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier rating was like as a whole, as far as it may be compared with this one. Keys are numbers of this methodology: a section, column
 * or criterion that is missing is compared with nothing.
 *
 * @param indicator in percent; null where the two ratings may not be compared as a whole
 */
public record PastSums(
        @Nullable Summary indicator,
        SortedMap<Integer, Mean> sections,
        SortedMap<Integer, Mean> columns,
        SortedMap<Integer, Mean> criteria) {

    public PastSums {
        sections = copy(sections);
        columns = copy(columns);
        criteria = copy(criteria);
    }

    private static SortedMap<Integer, Mean> copy(Map<Integer, Mean> means) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(means));
    }
}
