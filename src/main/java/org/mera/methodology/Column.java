package org.mera.methodology;

import java.util.Set;

/**
 * A column of the Table that holds scores.
 *
 * @param number    as in the Table's heading: 3…6
 * @param kinds     the kinds of document expected as evidence in it
 * @param yearBound whether it speaks of the rated year, for every criterion
 */
public record Column(
        int number, LocalizedText title, LocalizedText shortTitle, Set<DocumentKind> kinds, boolean yearBound) {

    public Column {
        kinds = Set.copyOf(kinds);
    }

    /** {@return the heading of its scores in files: {@code c3}} */
    public String heading() {
        return "c" + number;
    }
}
