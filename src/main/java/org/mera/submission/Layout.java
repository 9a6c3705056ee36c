package org.mera.submission;

import java.util.List;

/**
 * Where the fields of a form stand in a file.
 *
 * @param columns the canonical (English) names by position: {@code inn}, {@code criterion}, {@code c3}, {@code c3_evidence}…; empty where a
 *                column is not of the form
 */
public record Layout(Form form, List<String> columns) {

    public Layout {
        columns = List.copyOf(columns);
    }

    /** {@return the index (0-based) of a field} -1 where the file has no such column. */
    public int indexOf(String field) {
        return columns.indexOf(field);
    }
}
