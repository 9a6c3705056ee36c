package org.mera.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Table as lines of CSV: every criterion once, all scores 0, until something else is said. */
final class TestTable {

    static final String HEADER = "inn;year;assessor;expert;final;criterion;"
            + "c3;c3_evidence;c3_note;c4;c4_evidence;c4_note;c5;c5_evidence;c5_note;c6;c6_evidence;c6_note;directions;sum";

    private final List<Map<String, String>> lines = new ArrayList<>();

    private TestTable(String company, int criteria) {
        for (int criterion = 1; criterion <= criteria; criterion++) {
            Map<String, String> line = new LinkedHashMap<>();
            for (String field : HEADER.split(";", -1)) {
                line.put(field, field.length() == 2 && field.charAt(0) == 'c' ? "0" : "");
            }
            line.put("inn", company);
            line.put("criterion", Integer.toString(criterion));
            lines.add(line);
        }
    }

    static TestTable of(String company) {
        return new TestTable(company, 50);
    }

    static TestTable of(String company, int criteria) {
        return new TestTable(company, criteria);
    }

    /** Says the same in a field of every line. */
    TestTable all(String field, String value) {
        lines.forEach(line -> put(line, field, value));
        return this;
    }

    /** Says something in a field of a criterion's line. */
    TestTable with(int criterion, String field, String value) {
        put(lines.get(criterion - 1), field, value);
        return this;
    }

    /** Scores a cell and cites evidence for it. */
    TestTable scoring(int criterion, int column, String score, String evidence) {
        return with(criterion, "c" + column, score).with(criterion, "c" + column + "_evidence", evidence);
    }

    /** {@return the header and the lines: the criterion n stands in record n + 1} */
    List<String> lines() {
        List<String> text = new ArrayList<>();
        text.add(HEADER);
        lines.forEach(line -> text.add(line(line)));
        return text;
    }

    /** {@return the header and some of the lines} From and to a criterion, both included. */
    List<String> lines(int from, int to) {
        List<String> some = new ArrayList<>();
        some.add(HEADER);
        some.addAll(lines().subList(from, to + 1));
        return some;
    }

    private static String line(Map<String, String> line) {
        List<String> fields = line.values().stream().map(TestTable::quoted).toList();
        return String.join(";", fields);
    }

    private static void put(Map<String, String> line, String field, String value) {
        if (line.put(field, value) == null) {
            throw new IllegalArgumentException("No field " + field);
        }
    }

    private static String quoted(String field) {
        return field.contains(";") || field.contains("\n") || field.contains("\"")
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }
}
