package org.mera.report;

import java.util.Iterator;
import java.util.Map;

/**
 * A stretch of a paper that one template prints, beginning on a page of its own.
 *
 * @param template its name without {@code .jrxml}
 * @param values   the template's parameters, by name; texts are printed as they are, nothing in them is markup
 * @param rows     the records that its bands print, one after another; a field is a component of the record
 * @param contents whether it prints the {@link Heading headings} of the parts after it, in place of its rows
 */
record Part(String template, Map<String, Object> values, Iterator<? extends Record> rows, boolean contents) {

    Part {
        values = Map.copyOf(values);
    }

    static Part of(String template, Map<String, Object> values, Iterable<? extends Record> rows) {
        return new Part(template, values, rows.iterator(), false);
    }

    /** {@return a table of contents} Its rows are headings. */
    static Part contents(String template, Map<String, Object> values) {
        return new Part(template, values, java.util.Collections.emptyIterator(), true);
    }
}
