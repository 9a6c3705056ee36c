package org.mera.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;

/**
 * What of a ranking is asked for.
 *
 * @param search        words, each of which is to be found in the name or the identity; empty: all
 * @param industry      as the register has it, in any case; empty: any
 * @param participation null: any
 * @param scoreClass    a class's label; empty: any
 * @param order         by what
 * @param column        the number of the Table's column, where it is ordered by one; else 0
 * @param descending    whether the last comes first
 */
record RankingQuery(
        String search,
        String industry,
        @Nullable Participation participation,
        String scoreClass,
        Order order,
        int column,
        boolean descending) {

    private static final Pattern COLUMN_WORD = Pattern.compile("c[1-9][0-9]?");

    /** Everything, by rank. */
    static final RankingQuery ALL = new RankingQuery("", "", null, "", Order.RANK, 0, false);

    /** What a ranking may be ordered by; equal ones stand by rank, then identity. */
    enum Order {
        RANK,
        NAME,
        ID,
        INDUSTRY,
        REGION,
        PARTICIPATION,
        CLASS,
        TOTAL,
        CHANGE,
        WARNINGS,
        COLUMN;

        /** {@return the word of addresses} */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return the query of an address} What it does not understand is as if it were not there. */
    static RankingQuery of(
            @Nullable String search,
            @Nullable String industry,
            @Nullable String participation,
            @Nullable String scoreClass,
            @Nullable String sort) {
        String word = sort == null ? "" : sort;
        boolean descending = word.startsWith("-");
        String order = descending ? word.substring(1) : word;
        boolean isColumn = COLUMN_WORD.matcher(order).matches();
        Optional<Order> known = isColumn
                ? Optional.of(Order.COLUMN)
                : Arrays.stream(Order.values())
                        .filter(each -> each != Order.COLUMN && each.word().equals(order))
                        .findFirst();
        return new RankingQuery(
                plain(search),
                plain(industry),
                participation == null
                        ? null
                        : Participation.of(participation.strip()).orElse(null),
                plain(scoreClass),
                known.orElse(Order.RANK),
                isColumn ? Integer.parseInt(order.substring(1)) : 0,
                known.isPresent() && descending);
    }

    /** {@return the words of addresses for all orders that a ranking has} */
    static List<String> words(Methodology methodology) {
        return Stream.concat(
                        Arrays.stream(Order.values())
                                .filter(order -> order != Order.COLUMN)
                                .map(Order::word),
                        methodology.columns().stream().map(column -> "c" + column.number()))
                .toList();
    }

    /** {@return whether it leaves companies out} */
    public boolean filters() {
        return !search.isEmpty() || !industry.isEmpty() || participation != null || !scoreClass.isEmpty();
    }

    /** {@return the word of addresses for the order} */
    public String sort() {
        return (descending ? "-" : "") + (order == Order.COLUMN ? "c" + column : order.word());
    }

    /** {@return which way it is ordered by a heading, as browsers call it} Null where it is ordered by another. */
    public @Nullable String direction(String heading) {
        if (sort().equals(heading)) {
            return "ascending";
        }
        return sort().equals("-" + heading) ? "descending" : null;
    }

    /**
     * {@return the order that a heading asks for} The second time the other way round; numbers but the rank begin with the highest.
     *
     * @param kind {@code n} where it is of numbers
     */
    public String after(String heading, String kind) {
        boolean highestFirst = kind.equals("n") && !heading.equals(Order.RANK.word());
        String first = highestFirst ? "-" + heading : heading;
        String other = highestFirst ? heading : "-" + heading;
        return sort().equals(first) ? other : first;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
