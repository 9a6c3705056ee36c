package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordEndTest {

    private static final char[] DELIMITERS = {';', ',', '\t'};

    /** Weighted so that long plain stretches, quotes side by side and every line end meet at all places of eight bytes. */
    private static final String[] PIECES = {
        "a",
        "plain text",
        "Пример",
        "\"",
        "\"\"",
        "\"quoted; text\"",
        ";",
        ";\"",
        "\";",
        ",",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "#",
        "\u000B"
    };

    @Test
    void findsWhatAWalkByteByByteFindsHoweverTheBytesCome() {
        for (long seed = 0; seed < 30_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = randomBytes(random);
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            assertThat(found(bytes, delimiter, random)).as("seed %d", seed).isEqualTo(expected(bytes, delimiter));
        }
    }

    @Test
    void joinsInARunWhatRepeatsTheFirstField() {
        assertThat(runs("7;a\n7;b\n7\n77;c\n\"7\";d\n\"7\";\"e\nf\"\r\n\"7\"\"\";g\n;h\n;i\n\n7;j", 1000))
                .containsExactly(
                        "7;a\n7;b\n",
                        "7\n",
                        "77;c\n",
                        "\"7\";d\n\"7\";\"e\nf\"\r\n",
                        "\"7\"\"\";g\n",
                        ";h\n",
                        ";i\n",
                        "\n",
                        "7;j");
        assertThat(runs(" 7;a\n 7;a\n\" 7\";a\n\" 7\";a\n7\"8;a\n7\"8;a\n\";\";a\n\";\";a\n", 1000))
                .as("fields that need a closer look")
                .hasSize(8);
    }

    @Test
    void cutsARunWhereItIsLongEnough() {
        assertThat(runs("7;a\n7;b\n7;c\n7;d\n7;e\n", 9)).containsExactly("7;a\n7;b\n", "7;c\n7;d\n", "7;e\n");
        assertThat(runs("7;a\n7;b\n7;c\n", 8)).containsExactly("7;a\n7;b\n", "7;c\n");
        assertThat(runs("7;a\n7;b\n7;c\n", 7)).containsExactly("7;a\n", "7;b\n", "7;c\n");
        assertThat(runs("7;a\n7;b\n", 0)).containsExactly("7;a\n", "7;b\n");
    }

    /** Records joined in runs are those found alone. */
    @Test
    void losesNothingInRuns() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(random.nextInt(2)).append(random.nextInt(3) == 0 ? "" : ";");
                text.append(new String(randomBytes(random), StandardCharsets.ISO_8859_1).replace("\"", "'"));
                text.append('\n');
            }
            String file = text.toString();
            assertThat(String.join("", runs(file, random.nextInt(100))))
                    .as("seed %d", seed)
                    .isEqualTo(file);
        }
    }

    private static List<String> runs(String text, int longest) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        RecordRun run = new RecordRun(';');
        List<String> runs = new ArrayList<>();
        int start = 0;
        while (start < bytes.length && run.find(bytes, start, bytes.length, true, longest)) {
            String found = new String(bytes, start, run.length(), StandardCharsets.ISO_8859_1);
            RecordEnd end = new RecordEnd(';');
            end.advance(bytes, start, bytes.length, true);
            assertThat(run.firstLength()).isEqualTo(end.length());
            assertThat(run.firstContentLength()).isEqualTo(end.contentLength());
            assertThat(run.lineEnds()).isEqualTo(lines(found));
            assertThat(run.records()).isEqualTo(countedAlone(bytes, start, start + run.length()));
            runs.add(found);
            start += run.length();
        }
        return runs;
    }

    private static int countedAlone(byte[] bytes, int from, int to) {
        RecordEnd end = new RecordEnd(';');
        int records = 0;
        for (int at = from; at < to; at += end.length()) {
            end.begin();
            end.advance(bytes, at, bytes.length, true);
            records++;
        }
        return records;
    }

    /** Bytes become known one piece after another, as a file is read. */
    private static String found(byte[] bytes, char delimiter, Random random) {
        RecordEnd end = new RecordEnd(delimiter);
        StringBuilder found = new StringBuilder();
        int start = 0;
        int known = 0;
        RecordEnd.Outcome outcome = RecordEnd.Outcome.NEEDS_MORE;
        while (start < bytes.length && outcome != RecordEnd.Outcome.TEXT_AFTER_QUOTE) {
            end.begin();
            outcome = end.advance(bytes, start, known, known == bytes.length);
            while (outcome == RecordEnd.Outcome.NEEDS_MORE) {
                known = Math.min(bytes.length, known + 1 + random.nextInt(20));
                outcome = end.advance(bytes, start, known, known == bytes.length);
            }
            if (outcome != RecordEnd.Outcome.COMPLETE) {
                return found + outcome.toString() + " at " + (start + end.position()) + ", quote at "
                        + (start + end.openingQuote()) + ", open " + end.hasOpenQuote();
            }
            String record = new String(bytes, start, end.length(), StandardCharsets.ISO_8859_1);
            assertThat(end.lineEnds()).isEqualTo(lines(record));
            found.append(start)
                    .append('+')
                    .append(end.contentLength())
                    .append('+')
                    .append(end.length())
                    .append(' ');
            start += end.length();
        }
        return found.toString();
    }

    private static int lines(String text) {
        return (int) text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private static String expected(byte[] bytes, char delimiter) {
        StringBuilder found = new StringBuilder();
        int start = 0;
        while (start < bytes.length) {
            int at = start;
            int quote = start - 1;
            boolean fieldStart = true;
            boolean quoted = false;
            while (at < bytes.length && (quoted || !isLineEnd(bytes[at]))) {
                if (fieldStart && bytes[at] == '"') {
                    quote = at;
                    quoted = true;
                } else if (quoted && bytes[at] == '"') {
                    boolean doubled = at + 1 < bytes.length && bytes[at + 1] == '"';
                    boolean ends = at + 1 == bytes.length || bytes[at + 1] == delimiter || isLineEnd(bytes[at + 1]);
                    if (!doubled && !ends) {
                        return found + "TEXT_AFTER_QUOTE at " + (at + 1) + ", quote at " + quote + ", open true";
                    }
                    at += doubled ? 1 : 0;
                    quoted = doubled;
                }
                fieldStart = !quoted && bytes[at] == delimiter;
                at++;
            }
            if (quoted) {
                return found + "UNCLOSED_QUOTE at " + at + ", quote at " + quote + ", open true";
            }
            boolean pair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
            int next = Math.min(bytes.length, at + (pair ? 2 : 1));
            found.append(start)
                    .append('+')
                    .append(at - start)
                    .append('+')
                    .append(next - start)
                    .append(' ');
            start = next;
        }
        return found.toString();
    }

    private static boolean isLineEnd(byte found) {
        return found == '\n' || found == '\r';
    }

    private static byte[] randomBytes(Random random) {
        int kinds = 2 + random.nextInt(PIECES.length - 1);
        List<String> pieces =
                random.ints(kinds, 0, PIECES.length).mapToObj(i -> PIECES[i]).toList();
        return random.ints(random.nextInt(25), 0, kinds)
                .mapToObj(pieces::get)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
