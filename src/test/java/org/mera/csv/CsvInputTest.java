package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvInputTest {

    private static final String PIECES = "аб\",;\n\r '\t=\uFEFF\u2028«\\";

    @Test
    void readsCellsAsTheyStand() {
        assertThat(read("a, b ,\"c,\"\"d\"\"\n\"\r\n\n'=1,"))
                .containsExactly(List.of("a", " b ", "c,\"d\"\n"), List.of(""), List.of("'=1", ""));
    }

    @Test
    void readsWhatWasDamagedAsFarAsItGoes() {
        assertThat(read("a,\"b,c\nd")).containsExactly(List.of("a", "b,c\nd"));
        assertThat(read("\"a\"b,c\n")).containsExactly(List.of("ab", "c"));
        assertThat(CsvInput.data(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF}))
                        .next()
                        .cells())
                .containsExactly("a\uFFFD");
        assertThat(read("")).isEmpty();
    }

    @Test
    void leavesOutTheByteOrderMark() {
        assertThat(CsvInput.excel(new ByteArrayInputStream("\uFEFFa;b\r\n".getBytes(StandardCharsets.UTF_8)))
                        .next()
                        .cells())
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsBackWhateverWasWritten(boolean data) throws IOException {
        Random random = new Random(7);
        for (int file = 0; file < 500; file++) {
            List<List<String>> lines = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CsvOutput csv = data ? CsvOutput.data(out) : CsvOutput.excel(out)) {
                for (int line = random.nextInt(5); line >= 0; line--) {
                    List<String> cells = cells(random);
                    lines.add(cells);
                    cells.forEach(csv::number);
                    csv.end();
                }
            }
            ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
            List<List<String>> found = new ArrayList<>();
            int number = 0;
            for (CsvInput csv = data ? CsvInput.data(in) : CsvInput.excel(in); csv.hasNext(); ) {
                CsvInput.Line line = csv.next();
                number++;
                assertThat(line.number()).isEqualTo(number);
                found.add(line.cells());
            }
            assertThat(found).isEqualTo(lines);
        }
    }

    /** The first cell is a word: a line of nothing would be no record to some. */
    private static List<String> cells(Random random) {
        List<String> cells = new ArrayList<>(List.of("x"));
        for (int cell = random.nextInt(4); cell > 0; cell--) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
            cells.add(text.toString());
        }
        return cells;
    }

    private static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        CsvInput.data(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .forEachRemaining(line -> lines.add(line.cells()));
        return lines;
    }
}
