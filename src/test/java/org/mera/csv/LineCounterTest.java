package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCounterTest {

    @Test
    void countsLfCrlfAndCrHoweverTheBytesCome() {
        String alphabet = "ab\n\r\u008A\u008D\u000B\u0000";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(70), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            LineCounter lines = new LineCounter();
            int seen = random.nextInt(bytes.length + 1);
            int to = seen + random.nextInt(bytes.length - seen + 1);
            lines.add(bytes, 0, seen);

            String before = text.substring(0, to).replace("\r\n", "\r").replace('\n', '\r');

            assertThat(lines.lineAt(bytes, seen, to))
                    .as("seed %d", seed)
                    .isEqualTo(1 + (int) before.chars().filter(c -> c == '\r').count());
        }
    }

    @Test
    void takesOverWhatWasCountedInRecordsElsewhere() {
        String alphabet = "ab\n\r";
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            LineCounter lines = new LineCounter();
            int at = 0;
            while (at < bytes.length) {
                int next = at + 1 + random.nextInt(bytes.length - at);
                lines.addRecords(bytes, at, next, new LineCounter().lineAt(bytes, at, next) - 1);
                at = next;
            }

            assertThat(lines.lineAt(bytes, at, at))
                    .as("seed %d", seed)
                    .isEqualTo(new LineCounter().lineAt(bytes, 0, bytes.length));
        }
    }
}
