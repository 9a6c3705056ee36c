package org.mera.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a file of the sample is written: each has a style of its own. */
record CsvHead(String encoding, char delimiter, List<String> columns) {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("ИНН", "inn"),
            Map.entry("Год", "year"),
            Map.entry("Кто оценил", "assessor"),
            Map.entry("Эксперт", "expert"),
            Map.entry("Заключение", "final"),
            Map.entry("Критерий", "criterion"),
            Map.entry("Направления", "directions"),
            Map.entry("Сумма", "sum"),
            Map.entry("Код документа", "document"),
            Map.entry("Вид", "kind"),
            Map.entry("Название", "title"),
            Map.entry("Номер", "number"),
            Map.entry("Дата", "date"),
            Map.entry("Кем принят", "issuer"),
            Map.entry("Ссылка", "url"),
            Map.entry("Отчётный год", "year"));

    static CsvHead of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4096);
        }
        boolean mark = start.length > 2 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb;
        String utf8 = new String(start, StandardCharsets.UTF_8);
        boolean english = utf8.replace("\ufeff", "").startsWith("inn");
        boolean isUtf8 = mark || english;
        String line = (isUtf8 ? utf8 : new String(start, Charset.forName("windows-1251")))
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("\ufeff", "");
        char delimiter = line.contains(";") ? ';' : ',';
        List<String> columns = Arrays.stream(line.split(String.valueOf(delimiter), -1))
                .map(CsvHead::canonical)
                .toList();
        return new CsvHead(isUtf8 ? "UTF8" : "WIN1251", delimiter, columns);
    }

    String copyInto(String table) {
        return "copy " + table + " ("
                + columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                + ") from stdin (format csv, delimiter '" + delimiter + "', header true, encoding '" + encoding
                + "')";
    }

    private static String canonical(String heading) {
        String[] words = heading.split(" ", -1);
        return switch (words[0]) {
            case "Столбец" -> "c" + words[1];
            case "Свидетельства" -> "c" + words[1] + "_evidence";
            case "Пояснение" -> "c" + words[1] + "_note";
            default -> ENGLISH.getOrDefault(heading, heading);
        };
    }
}
