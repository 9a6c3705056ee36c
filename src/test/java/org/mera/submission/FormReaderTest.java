package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodology;

class FormReaderTest {

    private static final String RUSSIAN = "ИНН;Критерий;Столбец;Оценка;Свидетельства;Основание;Протокол;Дата\r\n";

    private final Path file;

    FormReaderTest(@TempDir Path folder) {
        file = folder.resolve("решения.csv");
    }

    @Test
    void readsWhatExcelSavesInWindows1251() throws IOException {
        FormContent content = read(
                Form.DECISIONS,
                "sep=;\r\n" + RUSSIAN + "7707083893;7;5;0,5;;«Пример»;№ 3;12.03.2026\r\n;;;;;;;\r\n",
                Charset.forName("windows-1251"));

        assertThat(content.problems()).isEmpty();
        assertThat(content.lines())
                .containsExactly(new FormLine(
                        2,
                        "7707083893",
                        Map.of(
                                "inn",
                                "7707083893",
                                "criterion",
                                "7",
                                "column",
                                "5",
                                "score",
                                "0,5",
                                "evidence",
                                "",
                                "reason",
                                "«Пример»",
                                "protocol",
                                "№ 3",
                                "date",
                                "12.03.2026")));
        assertThat(content.sha256()).hasSize(64);
        assertThat(content.file()).isEqualTo(file.toString());
        assertThat(content.headings())
                .isEqualTo(Map.of(
                        "inn",
                        "ИНН",
                        "criterion",
                        "Критерий",
                        "column",
                        "Столбец",
                        "score",
                        "Оценка",
                        "evidence",
                        "Свидетельства",
                        "reason",
                        "Основание",
                        "protocol",
                        "Протокол",
                        "date",
                        "Дата"));
    }

    @Test
    void readsUtf8WithAByteOrderMarkAndColumnsInAnyOrder() throws IOException {
        FormContent content = read(
                Form.VERIFICATION,
                """
                \uFEFFoutcome,inn,criterion,column,request,answer,verifier,date
                open,7707083893,7,5,"What, exactly?"
                """,
                StandardCharsets.UTF_8);

        assertThat(content.problems()).isEmpty();
        assertThat(content.lines()).hasSize(1);
        FormLine line = content.lines().get(0);
        assertThat(line.field("request")).isEqualTo("What, exactly?");
        assertThat(line.field("outcome")).isEqualTo("open");
        assertThat(line.field("date")).isEmpty();
        assertThat(line.field("reason")).isEmpty();
    }

    @Test
    void decisionsOfAClassNeedNoColumnsOfACell() throws IOException {
        FormContent content = read(
                Form.DECISIONS,
                "inn;class;reason;protocol;date\n7707083893;A;Пример;№ 3;12.03.2026\n",
                StandardCharsets.UTF_8);

        assertThat(content.problems()).isEmpty();
        assertThat(content.lines().get(0).fields())
                .isEqualTo(Map.of(
                        "inn",
                        "7707083893",
                        "class",
                        "A",
                        "reason",
                        "Пример",
                        "protocol",
                        "№ 3",
                        "date",
                        "12.03.2026"));
    }

    @Test
    void readsRankingsOfEarlierYearsByCode() throws IOException {
        Methodology parks = aMethodology().identifiedByCode().build();
        Files.writeString(file, "Год;Код;Место;Показатель\n2023;Парк-1;4;81,25\n2024;Парк-1;3\n");

        FormContent content = FormReader.read(file, Form.HISTORY, parks);

        assertThat(content.problems()).isEmpty();
        assertThat(content.lines())
                .containsExactly(
                        new FormLine(
                                2, "Парк-1", Map.of("year", "2023", "id", "Парк-1", "rank", "4", "indicator", "81,25")),
                        new FormLine(
                                3, "Парк-1", Map.of("year", "2024", "id", "Парк-1", "rank", "3", "indicator", "")));
    }

    @Test
    void tellsOfEveryLineThatCannotBeRead() throws IOException {
        FormContent content = read(
                Form.DECISIONS,
                """
                inn;criterion;column;score;evidence;reason;protocol;date;Памятка
                7,70708E+09;7;5;1;;Пример;№ 3;12.03.2026
                7707083893;7;5;1;;Пример;№ 3
                7707083894;7;5;1;;Пример;№ 3;12.03.2026;да
                07707083893;7;5;1;;Пример;№ 3;12.03.2026;;
                """,
                StandardCharsets.UTF_8);

        assertThat(said(content))
                .containsExactly(
                        "1 extra-column: the form has no column «Памятка», it is ignored; check its heading or delete the column",
                        "2 bad-inn: the INN «7,70708E+09» was damaged by a spreadsheet, its last digits are lost; "
                                + "format the column as text and write the INN again",
                        "3 wrong-field-count: the line has 7 fields, but the header 9 columns; "
                                + "check the delimiters and quotes of this line",
                        "4 bad-inn: the INN «7707083894» is wrong: it has 10 or 12 digits with valid check digits; "
                                + "correct it, or the line is left out",
                        "5 bad-inn: the INN «07707083893» is wrong: it has 10 or 12 digits with valid check digits; "
                                + "correct it, or the line is left out");
        assertThat(content.lines()).extracting(FormLine::record).containsExactly(2, 4, 5);
        assertThat(content.lines()).extracting(FormLine::company).containsOnly("");
    }

    @Test
    void refusesAnotherHeader() throws IOException {
        assertThat(said(read(Form.DECISIONS, "inn;name;industry\n1;2;3\n", StandardCharsets.UTF_8)))
                .containsExactly("1 unknown-header: the line «inn; name; industry» is not the header of the form "
                        + "«decisions of the committee»; begin the file with the columns: "
                        + "inn, criterion, column, score, evidence, reason, protocol, date "
                        + "(ИНН, Критерий, Столбец, Оценка, Свидетельства, Основание, Протокол, Дата)");
        assertThat(said(read(Form.VERIFICATION, RUSSIAN, StandardCharsets.UTF_8)))
                .containsExactly("1 missing-column: this is the form «verification», but its header lacks the columns: "
                        + "request, answer, outcome, verifier (Запрос, Ответ, Итог, Кто проверил); add them");
        assertThat(said(read(Form.DECISIONS, "inn;criterion;reason;protocol;date\n", StandardCharsets.UTF_8)))
                .containsExactly(
                        "1 missing-column: this is the form «decisions of the committee», but its header lacks "
                                + "the columns: column, score (Столбец, Оценка); add them");
        assertThat(said(read(Form.HISTORY, "year;inn;rank;indicator;место\n", StandardCharsets.UTF_8)))
                .containsExactly("1 unknown-header: the column «место» stands twice in the header: "
                        + "at places 3 and 5; leave one");
    }

    @Test
    void refusesWhatIsNoFileOfThisKind() throws IOException {
        assertThat(said(read(Form.DECISIONS, "", StandardCharsets.UTF_8)))
                .containsExactly(
                        "1 unknown-header: the file has no record; its first line must be the header with the names "
                                + "of the columns, the data follow: fill the file or take it out of the folder");
        assertThat(said(read(Form.DECISIONS, "inn;reason\n\"7707083893", StandardCharsets.UTF_8)))
                .containsExactly(
                        "2 malformed-csv: the quote that opens a field is not closed before the end of the file: "
                                + "\"\"7707083893\"; close it, and double the quotes inside the field");
        Files.delete(file);
        FormContent missing =
                FormReader.read(file, Form.DECISIONS, aMethodology().build());
        assertThat(missing.sha256()).isEmpty();
        assertThat(said(missing))
                .containsExactly(
                        "1 unreadable-file: the file cannot be opened: it is missing, or a link that leads nowhere; "
                                + "put it in its place and run again");
    }

    private FormContent read(Form form, String text, Charset charset) throws IOException {
        Files.writeString(file, text, charset);
        return FormReader.read(file, form, aMethodology().build());
    }

    private static List<String> said(FormContent content) {
        return content.problems().stream()
                .map(problem -> problem.line() + " " + problem.code().code() + ": " + problem.message(Locale.ENGLISH))
                .toList();
    }
}
