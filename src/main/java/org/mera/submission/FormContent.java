package org.mera.submission;

import java.util.List;
import java.util.Map;
import org.mera.csv.Problem;

/**
 * What stands in a form that was handed over to a command.
 *
 * @param file     its name, as the user gave it
 * @param lines    in the file's order; none where the file cannot be read or has another header. Those with a wrong number of fields are left out
 * @param problems of the file, its header and the shape of its lines, in the order of problems.csv
 * @param sha256   of the file's bytes; empty where it cannot be read
 * @param headings of its fields, as they stand in the file
 */
public record FormContent(
        String file, List<FormLine> lines, List<Problem> problems, String sha256, Map<String, String> headings) {

    public FormContent {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        headings = Map.copyOf(headings);
    }
}
