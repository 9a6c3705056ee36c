package org.mera.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of an inbox in the short notation of {@code spec/problem-codes.yaml}, where it is explained. A line that begins with {@code @} stands for
 * many; every other line is the file's own.
 */
final class CaseText {

    static final String REGISTER = "inn;name;industry;region;participation\n";

    private static final Pattern SCORE = Pattern.compile("(\\d+)\\.(\\d)=(\\S*)(?: (.*))?");
    private static final Pattern FIELD = Pattern.compile("(\\d+|\\*)\\.(\\w+)=(.*)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");
    private static final String LINE_BREAK = "↵";
    private static final int CRITERIA = 50;

    private CaseText() {}

    /**
     * {@return the bytes of a file}
     *
     * @param manner how it is written: a charset, {@code bom}, {@code cr}, {@code crlf}, {@code comma}, {@code tab}, parted by spaces
     */
    static byte[] bytes(String notation, String manner) {
        String text = REPEATED.matcher(expanded(notation))
                .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
        Charset charset = StandardCharsets.UTF_8;
        for (String word : manner.isEmpty() ? new String[0] : manner.split(" ", -1)) {
            switch (word) {
                case "bom" -> text = '\uFEFF' + text;
                case "cr" -> text = text.replace('\n', '\r');
                case "crlf" -> text = text.replace("\n", "\r\n");
                case "comma" -> text = text.replace(';', ',');
                case "tab" -> text = text.replace(';', '\t');
                default -> charset = Charset.forName(word);
            }
        }
        return encoded(text, charset);
    }

    private static byte[] encoded(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        for (MatchResult found : BYTE.matcher(text).results().toList()) {
            bytes.writeBytes(text.substring(from, found.start()).getBytes(charset));
            bytes.write(HexFormat.fromHexDigits(found.group(1)));
            from = found.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(charset));
        return bytes.toByteArray();
    }

    private static String expanded(String notation) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < notation.length()) {
            int end = notation.indexOf('\n', from);
            String line = notation.substring(from, end < 0 ? notation.length() : end);
            text.append(line.startsWith("@") ? many(line, text.toString().isBlank()) : line + (end < 0 ? "" : "\n"));
            from = end < 0 ? notation.length() : end + 1;
        }
        return text.toString();
    }

    private static String many(String line, boolean first) {
        List<String> words = List.of(line.split(" \\| ", -1));
        String[] subject = words.get(0).split(" ", -1);
        return switch (subject[0]) {
            case "@register" -> REGISTER;
            case "@documents" -> TableText.DOCUMENTS;
            case "@act" -> TableText.localAct(subject[1], subject[2]);
            case "@table" -> (first ? TableText.HEADER : "") + table(subject[1], words.subList(1, words.size()));
            default -> throw new IllegalArgumentException("No such notation: " + line);
        };
    }

    private static String table(String inn, List<String> changes) {
        TableText table = TableText.of(inn);
        String columns = TableText.HEADER.strip().replace(';', ',');
        for (String change : changes) {
            if (change.startsWith("columns=")) {
                columns = change.substring("columns=".length());
            } else {
                change(table, change);
            }
        }
        return table.rawLines(columns.split(",", -1));
    }

    private static void change(TableText table, String change) {
        Matcher range = RANGE.matcher(change);
        Matcher score = SCORE.matcher(change);
        Matcher field = FIELD.matcher(change);
        if (change.startsWith("-")) {
            table.without(Integer.parseInt(change.substring(1)));
        } else if (range.matches()) {
            others(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                    .forEach(table::without);
        } else if (score.matches()) {
            String evidence = score.group(4) == null ? "" : score.group(4);
            table.score(
                    Integer.parseInt(score.group(1)),
                    Integer.parseInt(score.group(2)),
                    score.group(3),
                    field(evidence));
        } else if (field.matches() && field.group(1).equals("*")) {
            table.all(field.group(2), field(field.group(3)));
        } else if (field.matches()) {
            table.with(Integer.parseInt(field.group(1)), field.group(2), field(field.group(3)));
        } else {
            throw new IllegalArgumentException("No such change: " + change);
        }
    }

    /** A value is quoted where it must be, unless it brings quotes of its own. */
    private static String field(String value) {
        boolean plain = value.startsWith("\"") || (!value.contains(";") && !value.contains(LINE_BREAK));
        String text = value.replace(LINE_BREAK, "\n");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<Integer> others(int first, int last) {
        List<Integer> others = new ArrayList<>();
        for (int criterion = 1; criterion <= CRITERIA; criterion++) {
            if (criterion < first || criterion > last) {
                others.add(criterion);
            }
        }
        return others;
    }
}
