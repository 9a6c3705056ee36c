package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvOutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesDataWithCommaAndLf() throws IOException {
        try (CsvOutput out = CsvOutput.data(bytes)) {
            out.text("rank").text("name").end();
            out.number(1).text("Пример-017").empty().number("-37.5").end();
        }

        assertThat(written()).isEqualTo("rank,name\n1,Пример-017,,-37.5\n");
    }

    @Test
    void writesForExcelWithMarkSemicolonAndCrlf() throws IOException {
        try (CsvOutput out = CsvOutput.excel(bytes)) {
            out.text("Место").text("Показатель, %").end();
            out.number(1).number("74,25").end();
        }

        assertThat(written()).isEqualTo("\uFEFFМесто;Показатель, %\r\n1;74,25\r\n");
    }

    @Test
    void writesTheMarkEvenWithoutARecord() throws IOException {
        CsvOutput.excel(bytes).close();

        assertThat(written()).isEqualTo("\uFEFF");
    }

    @Test
    void quotesOnlyWhereItMust() throws IOException {
        try (CsvOutput out = CsvOutput.data(bytes)) {
            out.text("a;b")
                    .text("a,b")
                    .text("say \"yes\"")
                    .text("two\nlines")
                    .text("a\rb")
                    .text(" ends ")
                    .text("in side")
                    .text("back\\slash")
                    .end();
        }

        assertThat(written())
                .isEqualTo("a;b,\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"a\rb\",\" ends \",in side,back\\slash\n");
    }

    @Test
    void defusesFormulasInTextAlone() throws IOException {
        try (CsvOutput out = CsvOutput.data(bytes)) {
            for (String text : List.of("=1+1", "+7", "-", "@x", "\tx", "\r", "'=1", "1-2", "")) {
                out.text(text);
            }
            out.number("-1").end();
        }

        assertThat(written()).isEqualTo("'=1+1,'+7,'-,'@x,'\tx,\"'\r\",'=1,1-2,,-1\n");
    }

    @Test
    void saysSoWhenTheDiskIsFull() {
        IOException full = new IOException("No space left on device");
        CsvOutput out = CsvOutput.data(new OutputStream() {
            @Override
            public void write(int written) throws IOException {
                throw full;
            }
        });

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        out.text("Пример-017").end();
                    }
                })
                .isSameAs(full);
    }

    @Test
    void refusesToCloseAfterHalfARecord() {
        CsvOutput out = CsvOutput.data(bytes).text("a");

        assertThatThrownBy(out::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The last record was not ended: [a]");
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        try (CsvOutput out = CsvOutput.excel(bytes)) {
            out.text("ИНН").text("Пояснение").end();
            out.text("a\"b;c\r\nd").text("\"\"").end();
        }

        Collected collected = Collected.of(bytes.toByteArray());

        assertThat(collected.records())
                .containsExactly(
                        new CsvRecord(1, List.of("ИНН", "Пояснение")),
                        new CsvRecord(2, List.of("a\"b;c\r\nd", "\"\"")));
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
