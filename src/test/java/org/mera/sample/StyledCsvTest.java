package org.mera.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StyledCsvTest {

    @Test
    void writesWhatRussianExcelWrites() throws IOException {
        assertThat(written(FileStyle.EXCEL, "Пример", "а; б", "он сказал «да»", "\"да\"", ""))
                .isEqualTo("Пример;\"а; б\";он сказал «да»;\"\"\"да\"\"\";\r\n".getBytes(CsvText.WINDOWS_1251));
    }

    @Test
    void beginsExcelsUtf8WithAByteOrderMark() throws IOException {
        assertThat(written(FileStyle.EXCEL_UTF_8.withLineBreaks(), "Д1\nД2", "с. 4–6"))
                .isEqualTo("\uFEFF\"Д1\nД2\";с. 4–6\r\n".getBytes(UTF_8));
    }

    @Test
    void quotesTheDelimiterOfTheFileOnly() throws IOException {
        assertThat(written(FileStyle.ENGLISH, "a; b", "a, b")).isEqualTo("a; b,\"a, b\"\n".getBytes(UTF_8));
        assertThat(written(FileStyle.ENGLISH.with('\t'), "a\tb", "a, b")).isEqualTo("\"a\tb\"\ta, b\n".getBytes(UTF_8));
    }

    @Test
    void refusesACharacterThatTheEncodingLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(FileStyle.EXCEL, "中"))
                .withMessage("The file's encoding has no character «中»");
    }

    @Test
    void writesFieldsOfAnyLength() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String[] fields = new String[30];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = random.ints(random.nextInt(20_000), 0, 8)
                        .mapToObj(index -> "aя–\";,\n7".substring(index, index + 1))
                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                        .toString();
            }
            String text = new String(written(FileStyle.PLAIN, fields), UTF_8);
            assertThat(CsvText.records(text, ';')).as("seed %d", seed).isEqualTo(List.of(List.of(fields)));
        }
    }

    @Test
    void appendsNumbersAsTheyAreWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StyledCsv out = new StyledCsv(bytes, FileStyle.PLAIN)) {
            for (int number : new int[] {0, 9, 10, 99, 100, 999, 1000, 2025, -1}) {
                out.open().append(number).shut();
            }
            out.end();
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo("0;9;10;99;100;999;1000;2025;-1\n");
    }

    private static byte[] written(FileStyle style, String... fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StyledCsv out = new StyledCsv(bytes, style)) {
            for (String field : fields) {
                out.field(field);
            }
            out.end();
        }
        return bytes.toByteArray();
    }
}
