package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldTextTest {

    @Test
    void trimsEveryKindOfSpaceAndTheMark() {
        assertThat(FieldText.clean(" \t\r\n\u00A0\u2007\u202F\u3000\uFEFFа б\u00A0в\uFEFF \u2003"))
                .isEqualTo("а б\u00A0в");
        assertThat(FieldText.clean("\u00A0\uFEFF ")).isEmpty();
    }

    @Test
    void composesAsTheNormaliserDoes() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> {
                    String text = "x" + Character.toString(c) + "x";
                    assertThat(FieldText.clean(text))
                            .as("U+%04X", c)
                            .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
                });
        assertThat(FieldText.clean("Сергии\u0306 Е\u0308 \u2126 \u1112\u1161\u11AB"))
                .isEqualTo("Сергий Ё Ω 한");
    }

    @Test
    void leavesHeapsOfMarksAsTheyAre() {
        String heap = "a" + "\u0301\u0316".repeat(1 << 18);

        assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThat(FieldText.clean(heap)).isEqualTo(heap));
    }

    @Test
    void knowsBlankBytesInBothEncodings() {
        for (TextEncoding encoding : TextEncoding.values()) {
            for (String blank : new String[] {"", " ", "\"\"", "\" \t\"", "\u00A0", "\"\u00A0 \""}) {
                assertThat(isBlank(blank, encoding))
                        .as("%s %s", encoding, blank)
                        .isTrue();
            }
            for (String text : new String[] {"0", "\u00A0я", "\"-\"", "\"\"\"\"", "\" «\""}) {
                assertThat(isBlank(text, encoding)).as("%s %s", encoding, text).isFalse();
            }
        }
        assertThat(isBlank("\u3000\u200A", TextEncoding.UTF_8)).isTrue();
    }

    @Test
    void unquotesDoubledQuotesOnlyInsideQuotes() {
        assertThat(text("\"a\"\"b\"")).isEqualTo("a\"b");
        assertThat(text("\"\"\"a\"\"\"")).isEqualTo("\"a\"");
        assertThat(text("\"\"\"\"")).isEqualTo("\"");
        assertThat(text("a\"\"b\"")).isEqualTo("a\"\"b\"");
    }

    private static String text(String field) {
        byte[] bytes = (";" + field + ";").getBytes(StandardCharsets.UTF_8);
        return FieldText.of(bytes, 1, bytes.length - 1, TextEncoding.UTF_8);
    }

    private static boolean isBlank(String field, TextEncoding encoding) {
        byte[] bytes = ("x" + field + "x").getBytes(encoding.charset());
        return FieldText.isBlank(bytes, 1, bytes.length - 1, encoding);
    }
}
