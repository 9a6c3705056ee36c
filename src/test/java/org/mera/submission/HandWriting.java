package org.mera.submission;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One of the many ways in which people and their programs write the same table as CSV. */
final class HandWriting {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final List<String> BLANKS = List.of(" ", "  ", "\u00a0", " \u00a0");
    private static final Map<String, String> RUSSIAN = Map.ofEntries(
            Map.entry("inn", "ИНН"),
            Map.entry("name", "Наименование"),
            Map.entry("industry", "Отрасль"),
            Map.entry("region", "Регион"),
            Map.entry("participation", "Участие"),
            Map.entry("year", "Год"),
            Map.entry("assessor", "Кто оценил"),
            Map.entry("expert", "Эксперт"),
            Map.entry("final", "Заключение"),
            Map.entry("criterion", "Критерий"),
            Map.entry("directions", "Направления"),
            Map.entry("sum", "Сумма"),
            Map.entry("document", "Код документа"),
            Map.entry("kind", "Вид"),
            Map.entry("title", "Название"),
            Map.entry("number", "Номер"),
            Map.entry("date", "Дата"),
            Map.entry("issuer", "Кем принят"),
            Map.entry("url", "Ссылка"),
            Map.entry("documents.year", "Отчётный год"));

    private final Random random;
    private final Charset charset;
    private final boolean bom;
    private final char delimiter;
    private final String lineEnd;
    private final int quoting;

    HandWriting(Random random) {
        this.random = random;
        this.charset = random.nextInt(3) == 0 ? WINDOWS_1251 : StandardCharsets.UTF_8;
        this.bom = charset.equals(StandardCharsets.UTF_8) && random.nextBoolean();
        this.delimiter = ";,\t".charAt(random.nextInt(3));
        this.lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        this.quoting = random.nextInt(3);
    }

    /**
     * {@return a file of these rows} Columns come in any order, one that is empty in all rows may be left out.
     *
     * @param fields     canonical names
     * @param documents whether it is the documents form, where the year is called otherwise
     */
    byte[] file(List<String> fields, boolean documents, List<Map<String, String>> rows) {
        List<String> columns = new ArrayList<>(fields);
        columns.removeIf(field -> random.nextInt(3) > 0 && isLeftOut(field, documents, rows));
        Collections.shuffle(columns, random);
        StringBuilder text = new StringBuilder(bom ? "\ufeff" : "");
        if (random.nextInt(6) == 0) {
            text.append("sep=").append(delimiter).append(lineEnd);
        }
        emptyLines(text);
        boolean russian = random.nextBoolean();
        int surplus = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        List<String> headings = new ArrayList<>();
        for (String column : columns) {
            headings.add(cased(russian ? russian(column, documents) : column));
        }
        line(text, headings, surplus);
        for (Map<String, String> row : rows) {
            List<String> values = new ArrayList<>();
            columns.forEach(column -> values.add(row.getOrDefault(column, "")));
            while (random.nextInt(3) == 0 && values.get(values.size() - 1).isEmpty()) {
                values.remove(values.size() - 1);
            }
            line(text, values, random.nextInt(surplus + 1));
            emptyLines(text);
        }
        if (random.nextInt(4) == 0) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString().getBytes(charset);
    }

    /** {@return a word in one of its cases} */
    String cased(String word) {
        return switch (random.nextInt(4)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.toLowerCase(Locale.ROOT);
            case 2 -> word.replace('ё', 'е');
            default -> word;
        };
    }

    private static boolean isLeftOut(String field, boolean documents, List<Map<String, String>> rows) {
        boolean optional = documents
                ? List.of("assessor", "url", "year").contains(field)
                : List.of("year", "assessor", "expert", "final", "directions", "sum")
                                .contains(field)
                        || field.endsWith("_note");
        return optional
                && rows.stream().allMatch(row -> row.getOrDefault(field, "").isEmpty());
    }

    private static String russian(String field, boolean documents) {
        if (field.matches("c\\d")) {
            return "Столбец " + field.charAt(1);
        }
        if (field.matches("c\\d_.*")) {
            return (field.endsWith("_evidence") ? "Свидетельства " : "Пояснение ") + field.charAt(1);
        }
        String own = RUSSIAN.get("documents." + field);
        return documents && own != null ? own : RUSSIAN.getOrDefault(field, field);
    }

    private void emptyLines(StringBuilder text) {
        if (random.nextInt(60) == 0) {
            text.append(List.of("", " ", String.valueOf(delimiter).repeat(3)).get(random.nextInt(3)))
                    .append(lineEnd);
        }
    }

    private void line(StringBuilder text, List<String> values, int surplus) {
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : delimiter).append(field(values.get(i)));
        }
        text.append(String.valueOf(delimiter).repeat(surplus)).append(lineEnd);
    }

    private String field(String value) {
        String padded = random.nextInt(20) == 0 ? blank() + value + blank() : value;
        boolean needed = padded.startsWith("\"") || padded.indexOf(delimiter) >= 0 || padded.matches("(?s).*[\r\n].*");
        boolean wished = quoting == 2 || (quoting == 1 && random.nextBoolean());
        return needed || wished ? '"' + padded.replace("\"", "\"\"") + '"' : padded;
    }

    /** A tab is white space too, but not where it parts fields. */
    private String blank() {
        return BLANKS.get(random.nextInt(BLANKS.size()));
    }
}
