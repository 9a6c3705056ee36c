package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {

    private static final String[] PIECES = {
        "a", " ", "\"", "\\", "/", "\b", "\t", "\n", "\f", "\r", "\u0000", "\u001f", "\u007f", "ё", "«", "€", "\uffff",
        "😀"
    };

    @Test
    void escapesWhatJsonWantsEscapedAndNothingElse() {
        assertThat(written("a/ё «»\"\\\b\t\n\f\r\u0000\u001f\u007f😀"))
                .isEqualTo("\"a/ё «»\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001F\u007f😀\"");
    }

    @Test
    void writesTextsOfAnyLengthThatAReaderReadsAsTheyWere() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(i < 290 ? 3000 : 100_000); left > 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            JsonNode read = JsonMapper.shared().readTree(written(text.toString()));

            assertThat(read.stringValue()).isEqualTo(text.toString());
        }
    }

    @Test
    void replacesHalfAPairOfSurrogates() {
        assertThat(written("a\ud83d")).isEqualTo("\"a\ufffd\"");
        assertThat(written("\ude00\ud83da")).isEqualTo("\"\ufffd\ufffda\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 99, 100, 26_802, 1_000_000_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void writesWholeNumbers(int number) {
        assertThat(Golden.text(out -> new JsonBytes(out).number(number).flush()))
                .isEqualTo(Integer.toString(number));
    }

    @Test
    void writesMoreThanItsBufferHolds() {
        String large = "x".repeat(200_000);

        assertThat(Golden.text(out -> new JsonBytes(out)
                        .number(1)
                        .raw(JsonBytes.ascii(large))
                        .number(2)
                        .flush()))
                .isEqualTo("1" + large + "2");
        assertThat(Golden.text(out -> {
                    JsonBytes json = new JsonBytes(out);
                    for (int i = 0; i < 50_000; i++) {
                        json.number(10_000 + i % 10_000);
                    }
                    json.flush();
                }))
                .hasSize(250_000)
                .startsWith("1000010001")
                .endsWith("1999819999");
    }

    private static String written(String text) {
        return Golden.text(out -> new JsonBytes(out).text(text).flush());
    }
}
