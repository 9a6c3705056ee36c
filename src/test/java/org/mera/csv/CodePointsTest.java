package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    @Test
    void comparesCodePointByCodePoint() {
        String alphabet = "a\u007Fя\uD7FF\uE000\uFFFD";
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String left = randomText(random, alphabet);
            String right = randomText(random, alphabet);
            int expected = Arrays.compare(
                    left.codePoints().toArray(), right.codePoints().toArray());

            assertThat(Integer.signum(CodePoints.ORDER.compare(left, right)))
                    .as("seed %d", seed)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    private static String randomText(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(alphabet.length() + 2);
            text.appendCodePoint(
                    at < alphabet.length() ? alphabet.charAt(at) : at == alphabet.length() ? 0x10000 : 0x1F600);
        }
        return text.toString();
    }
}
