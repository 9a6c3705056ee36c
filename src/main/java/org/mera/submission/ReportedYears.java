package org.mera.submission;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The years that a document reports on.
 *
 * @param years in ascending order, each once
 */
record ReportedYears(List<Integer> years) {

    ReportedYears {
        years = List.copyOf(years);
    }

    static ReportedYears of(int year) {
        return new ReportedYears(List.of(year));
    }

    /** {@return the years that a text names: {@code 2025}, {@code 2024-2026}, {@code 2024, 2026}} Empty where it cannot be read. */
    static Optional<ReportedYears> parse(String text) {
        int only = year(text);
        if (only != PlainDecimal.NONE) {
            return Optional.of(of(only));
        }
        TreeSet<Integer> years = new TreeSet<>();
        int from = 0;
        while (from <= text.length()) {
            int end = from;
            while (end < text.length()
                    && text.charAt(end) != ','
                    && text.charAt(end) != ';'
                    && text.charAt(end) != '\n') {
                end++;
            }
            if (!addRange(text.substring(from, end).strip(), years)) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(new ReportedYears(List.copyOf(years)));
    }

    boolean covers(int year) {
        for (int i = 0; i < years.size(); i++) {
            if (years.get(i) == year) {
                return true;
            }
        }
        return false;
    }

    int first() {
        return years.get(0);
    }

    private static boolean addRange(String text, TreeSet<Integer> years) {
        int first = year(text.substring(0, Math.min(4, text.length())));
        int last = first;
        if (text.length() > 4) {
            String rest = text.substring(4).strip();
            if (rest.isEmpty() || !DocumentCode.isDash(rest.charAt(0))) {
                return false;
            }
            last = year(rest.substring(1).strip());
        }
        if (first < 0 || last < first) {
            return false;
        }
        for (int year = first; year <= last; year++) {
            years.add(year);
        }
        return true;
    }

    private static int year(String text) {
        int year = text.length() == 4 ? PlainDecimal.whole(text) : PlainDecimal.NONE;
        return year >= DocumentDate.FIRST_YEAR && year <= DocumentDate.LAST_YEAR ? year : PlainDecimal.NONE;
    }
}
