package org.mera.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.mera.company.Company;
import org.mera.csv.CodePoints;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;

/** A ranking as people look things up in it: case and ё make no difference. Orders are worked out when they are first asked for. */
final class RankingIndex {

    private final List<RankedCompany> companies;
    private final Methodology methodology;
    private final String[] texts;
    private final Map<String, String> industries = new TreeMap<>();
    private final List<String> classes;
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();

    RankingIndex(Ranking ranking, Methodology methodology) {
        this.companies = ranking.companies();
        this.methodology = methodology;
        this.texts = companies.stream()
                .map(ranked ->
                        key(ranked.company().name() + " " + ranked.company().id()))
                .toArray(String[]::new);
        companies.stream()
                .map(ranked -> ranked.company().industry())
                .filter(industry -> !industry.isBlank())
                .forEach(industry -> industries.putIfAbsent(key(industry), industry));
        this.classes = companies.stream()
                .map(ranked -> ranked.standing().scoreClass())
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    /** {@return the industries that a ranked company is of, in alphabetical order} */
    public List<String> industries() {
        return List.copyOf(industries.values());
    }

    /** {@return the classes that a ranked company has reached, the highest first} */
    public List<String> classes() {
        return classes;
    }

    RankingPage page(RankingQuery query, int page, int size) {
        int[] order = order(query);
        IntPredicate fits = fits(query);
        int[] found = query.filters() ? Arrays.stream(order).filter(fits).toArray() : order;
        int pages = Math.max(1, (found.length + size - 1) / size);
        Paging paging = new Paging(Math.max(1, Math.min(page, pages)), size, found.length);
        List<RankedCompany> shown = new ArrayList<>();
        for (int i = (int) paging.offset(); i < paging.to(); i++) {
            shown.add(companies.get(found[query.descending() ? found.length - 1 - i : i]));
        }
        return new RankingPage(shown, paging);
    }

    private IntPredicate fits(RankingQuery query) {
        String[] words = key(query.search()).split("\\s+");
        String industry = key(query.industry());
        return at -> {
            RankedCompany ranked = companies.get(at);
            Company company = ranked.company();
            return (query.participation() == null || query.participation() == company.participation())
                    && (query.scoreClass().isEmpty()
                            || query.scoreClass().equals(ranked.standing().scoreClass()))
                    && (industry.isEmpty() || industry.equals(key(company.industry())))
                    && Arrays.stream(words).allMatch(texts[at]::contains);
        };
    }

    private int[] order(RankingQuery query) {
        String key = query.order() == RankingQuery.Order.COLUMN
                ? "c" + columnIndex(query)
                : query.order().word();
        return orders.computeIfAbsent(key, any -> IntStream.range(0, companies.size())
                .boxed()
                .sorted(comparator(query))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** {@return which column of the methodology it is ordered by} −1 where it has none of the number. */
    private int columnIndex(RankingQuery query) {
        return methodology.columns().stream().map(Column::number).toList().indexOf(query.column());
    }

    /** Companies are numbered by rank and identity, which decides between equal ones: sorting is stable. */
    private Comparator<Integer> comparator(RankingQuery query) {
        return switch (query.order()) {
            case RANK -> Comparator.naturalOrder();
            case NAME -> byText(ranked -> key(ranked.company().name()));
            case ID -> byText(ranked -> ranked.company().id());
            case INDUSTRY -> byText(ranked -> key(ranked.company().industry()));
            case REGION -> byText(ranked -> key(ranked.company().region()));
            case PARTICIPATION ->
                Comparator.comparing(at -> companies.get(at).company().participation());
            case CLASS -> byText(ranked -> ranked.standing().scoreClass());
            case TOTAL ->
                Comparator.comparingInt(at -> companies.get(at).standing().total());
            case CHANGE ->
                Comparator.comparingInt(at -> companies.get(at).rankChange().orElse(Integer.MIN_VALUE));
            case WARNINGS ->
                Comparator.comparingInt(at -> companies.get(at).standing().warnings());
            case COLUMN -> byColumn(columnIndex(query));
        };
    }

    private Comparator<Integer> byColumn(int column) {
        return column >= 0
                ? Comparator.comparingInt(at -> companies.get(at).standing().columnSums()[column])
                : Comparator.naturalOrder();
    }

    private Comparator<Integer> byText(java.util.function.Function<RankedCompany, String> text) {
        String[] keys = companies.stream().map(text).toArray(String[]::new);
        return (left, right) -> CodePoints.ORDER.compare(keys[left], keys[right]);
    }

    /** {@return a text as it is compared: quotation marks at its start, case and ё make no difference} */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceFirst("^[«\"„“']+", "");
    }
}
