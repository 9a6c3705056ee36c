package org.mera.web;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.mera.batch.RatedYear;
import org.springframework.stereotype.Component;

/** Finds companies in published rankings; what is worked out for that is kept as long as the ranking itself. */
@Component
class Rankings {

    private final Map<RatedYear, RankingIndex> indexes = Collections.synchronizedMap(new WeakHashMap<>());

    /** {@return the index of a year's ranking} */
    RankingIndex of(RatedYear year) {
        return indexes.computeIfAbsent(year, each -> new RankingIndex(each.ranking(), each.methodology()));
    }

    /** {@return a page of what is asked for} A page behind the last is the last. */
    RankingPage page(RatedYear year, RankingQuery query, int page, int size) {
        return of(year).page(query, page, size);
    }
}
