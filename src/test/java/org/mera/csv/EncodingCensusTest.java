package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EncodingCensusTest {

    /** The well-formed sequences of the Unicode Standard, table 3-7. */
    private static final String WELL_FORMED = "[\\xC2-\\xDF][\\x80-\\xBF]"
            + "|\\xE0[\\xA0-\\xBF][\\x80-\\xBF]"
            + "|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]{2}"
            + "|\\xED[\\x80-\\x9F][\\x80-\\xBF]"
            + "|\\xF0[\\x90-\\xBF][\\x80-\\xBF]{2}"
            + "|[\\xF1-\\xF3][\\x80-\\xBF]{3}"
            + "|\\xF4[\\x80-\\x8F][\\x80-\\xBF]{2}";

    /** Beginnings of them, and single bytes. */
    private static final String MALFORMED = "\\xE0[\\xA0-\\xBF]"
            + "|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]"
            + "|\\xED[\\x80-\\x9F]"
            + "|\\xF0[\\x90-\\xBF][\\x80-\\xBF]?"
            + "|[\\xF1-\\xF3][\\x80-\\xBF]{1,2}"
            + "|\\xF4[\\x80-\\x8F][\\x80-\\xBF]?"
            + "|[\\x80-\\xFF]";

    private static final Pattern SEQUENCE = Pattern.compile("(" + WELL_FORMED + ")|(" + MALFORMED + ")");

    private static final List<String> PIECES =
            List.of("a", "some plain text", "П", "Пример", "—", "№", "😀", "\u0000", "\u0098", "ё");

    @Test
    void countsAsTheUnicodeStandardDoes() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = randomBytes(random);
            assertThat(describe(counted(bytes, random))).as("seed %d", seed).isEqualTo(expected(bytes));
        }
    }

    private static EncodingCensus counted(byte[] bytes, Random random) {
        EncodingCensus census = new EncodingCensus();
        int at = 0;
        while (at < bytes.length) {
            int next = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 40 : 200));
            census.add(bytes, at, next);
            at = next;
        }
        census.end();
        return census;
    }

    private static String describe(EncodingCensus census) {
        return census.wellFormed() + " well-formed, " + census.malformed() + " malformed, first at "
                + census.firstMalformed() + " with " + census.firstMalformedByte() + ", " + census.nuls()
                + " NULs, first at " + census.firstNul() + ", 0x98 at " + census.first98() + ", " + census.size()
                + " bytes";
    }

    private static String expected(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int wellFormed = 0;
        int malformed = 0;
        int first = -1;
        Matcher sequence = SEQUENCE.matcher(text);
        while (sequence.find()) {
            if (sequence.group(1) != null) {
                wellFormed++;
            } else if (malformed++ == 0) {
                first = sequence.start();
            }
        }
        return wellFormed + " well-formed, " + malformed + " malformed, first at " + first + " with "
                + (first < 0 ? 0 : (int) text.charAt(first)) + ", "
                + text.chars().filter(c -> c == 0).count() + " NULs, first at " + text.indexOf(0) + ", 0x98 at "
                + text.indexOf(0x98) + ", " + bytes.length + " bytes";
    }

    /** Text in one encoding or the other, with any bytes strewn in. */
    private static byte[] randomBytes(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean windows = random.nextBoolean();
        int faults = 1 + random.nextInt(50);
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            bytes.writeBytes(piece.getBytes(windows ? TextEncoding.WINDOWS_1251.charset() : StandardCharsets.UTF_8));
            if (random.nextInt(faults) == 0) {
                bytes.write(random.nextInt(256));
            }
            if (random.nextInt(faults) == 0) {
                bytes.write(0xC0 + random.nextInt(64));
            }
        }
        return bytes.toByteArray();
    }
}
