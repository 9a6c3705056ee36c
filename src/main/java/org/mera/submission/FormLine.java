package org.mera.submission;

import java.util.Map;

/**
 * A line of a form that was handed over to a command.
 *
 * @param record  its number in the file, the header's is 1
 * @param company INN or code, as it is stored; empty where the line names nobody
 * @param fields  the texts by the canonical names of the form's columns; a column that the file does not have is missing
 */
public record FormLine(int record, String company, Map<String, String> fields) {

    public FormLine {
        fields = Map.copyOf(fields);
    }

    /** {@return the text of a field} Empty where the file has no such column, or the line ends before it. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
