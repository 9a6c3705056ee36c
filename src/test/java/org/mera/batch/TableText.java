package org.mera.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A company's Table and documents as text of the two forms: every criterion scored 0 until something else is said, no evidence needed then. */
final class TableText {

    static final String HEADER = "inn;year;assessor;expert;final;criterion;"
            + "c3;c3_evidence;c3_note;c4;c4_evidence;c4_note;c5;c5_evidence;c5_note;c6;c6_evidence;c6_note;directions;sum\n";
    static final String DOCUMENTS = "inn;assessor;document;kind;title;number;date;issuer;url;year\n";

    private final Map<Integer, Map<String, String>> lines = new LinkedHashMap<>();

    private TableText(String inn) {
        for (int criterion = 1; criterion <= 50; criterion++) {
            Map<String, String> line = new LinkedHashMap<>();
            for (String field : HEADER.strip().split(";", -1)) {
                line.put(field, field.matches("c\\d") ? "0" : "");
            }
            line.put("inn", inn);
            line.put("criterion", Integer.toString(criterion));
            lines.put(criterion, line);
        }
    }

    static TableText of(String inn) {
        return new TableText(inn);
    }

    /** {@return a line of the documents form} A local act with all requisites. */
    static String localAct(String inn, String code) {
        return inn + ";;" + code + ";local-act;Положение-" + code + ";17;15.03.2024;Совет директоров;;\n";
    }

    TableText with(int criterion, String field, String value) {
        if (Objects.requireNonNull(lines.get(criterion)).put(field, value) == null) {
            throw new IllegalArgumentException("No field " + field);
        }
        return this;
    }

    TableText all(String field, String value) {
        lines.keySet().forEach(criterion -> with(criterion, field, value));
        return this;
    }

    TableText score(int criterion, int column, String score, String evidence) {
        return with(criterion, "c" + column, score).with(criterion, "c" + column + "_evidence", evidence);
    }

    TableText without(int criterion) {
        lines.remove(criterion);
        return this;
    }

    /** {@return the lines with these fields only, in this order, not quoted} A nameless field is empty. */
    String rawLines(String... fields) {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> line : lines.values()) {
            for (int i = 0; i < fields.length; i++) {
                text.append(i == 0 ? "" : ";").append(fields[i].isEmpty() ? "" : line.get(fields[i]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** {@return the lines without the header} */
    String lines() {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> line : lines.values()) {
            text.append(line.values().stream().map(TableText::quoted).collect(Collectors.joining(";")))
                    .append('\n');
        }
        return text.toString();
    }

    /** {@return a file of this Table alone} */
    String file() {
        return HEADER + lines();
    }

    private static String quoted(String field) {
        return field.contains(";") || field.contains("\n") || field.contains("\"")
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }
}
