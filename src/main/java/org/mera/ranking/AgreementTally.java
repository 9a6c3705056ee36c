package org.mera.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mera.csv.CodePoints;
import org.mera.methodology.Methodology;

/** Gathers how far assessors agree, company by company, in any order; of each two experts only counts are kept. */
final class AgreementTally {

    private static final Comparator<ScoredTable> BY_EXPERT =
            Comparator.comparing(AgreementTally::key, CodePoints.ORDER);

    private final Methodology methodology;
    private final GroupCount withCompany;
    private final GroupCount amongExperts;
    private final Map<String, Map<String, GroupCount>> pairs = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, String> names = new TreeMap<>(CodePoints.ORDER);

    AgreementTally(Methodology methodology) {
        this.methodology = methodology;
        this.withCompany = new GroupCount(methodology);
        this.amongExperts = new GroupCount(methodology);
    }

    /** Adds the sound Tables of a company. */
    void add(List<ScoredTable> tables) {
        if (tables.size() < 2) {
            return;
        }
        addOwn(tables);
        List<ScoredTable> experts =
                tables.stream().filter(table -> !table.own()).sorted(BY_EXPERT).toList();
        amongExperts.add(experts.stream().map(ScoredTable::scores).toList());
        for (int i = 0; i < experts.size(); i++) {
            for (int j = i + 1; j < experts.size(); j++) {
                pair(experts.get(i), experts.get(j))
                        .add(List.of(experts.get(i).scores(), experts.get(j).scores()));
            }
        }
    }

    private void addOwn(List<ScoredTable> tables) {
        for (ScoredTable own : tables) {
            for (ScoredTable expert : tables) {
                if (own.own() && !expert.own() && expert.counts()) {
                    withCompany.add(List.of(own.scores(), expert.scores()));
                }
            }
        }
    }

    private GroupCount pair(ScoredTable first, ScoredTable second) {
        return pairs.computeIfAbsent(name(first), any -> new TreeMap<>(CodePoints.ORDER))
                .computeIfAbsent(name(second), any -> new GroupCount(methodology));
    }

    /** Of several writings the first by code points is shown, whichever comes first. */
    private String name(ScoredTable table) {
        String key = key(table);
        names.merge(key, table.expert(), (left, right) -> CodePoints.ORDER.compare(left, right) <= 0 ? left : right);
        return key;
    }

    /** Experts' names are one and the same whatever their case, as in the files. */
    private static String key(ScoredTable table) {
        return IndustryKey.of(table.expert());
    }

    Agreement agreement() {
        List<Agreement.Pair> each = new ArrayList<>();
        pairs.forEach((first, others) -> others.forEach((second, count) -> each.add(new Agreement.Pair(
                names.getOrDefault(first, first), names.getOrDefault(second, second), count.ofTwo()))));
        return new Agreement(withCompany.ofTwo(), each.size() == 1 ? each.get(0).group() : amongExperts.ofMany(), each);
    }
}
