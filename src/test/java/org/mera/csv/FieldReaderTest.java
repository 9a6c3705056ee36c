package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldReaderTest {

    private static final List<String> PIECES = List.of(
            "1",
            "0,5",
            "Д1 п. 3.1; ",
            "D10; ",
            "\"\"",
            " ",
            "\u00A0",
            "\u0085",
            "\u2009",
            "\uFEFF",
            "–",
            "«ё»",
            "№",
            "и\u0306",
            "\u0301",
            "é",
            "ʼ",
            "҈",
            "😀",
            "각",
            "\u2126",
            "x");

    /** Bytes that are no text in UTF-8 must come out as they do elsewhere, or a message would name another value than the file has. */
    private static final byte[][] BROKEN = {
        {(byte) 0xD0},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x80, 0x20},
        {(byte) 0x98}
    };

    @Test
    void readsWhatFieldTextReads() {
        for (long seed = 0; seed < 200_000; seed++) {
            Random random = new Random(seed);
            TextEncoding encoding = random.nextBoolean() ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1251;
            ByteArrayOutputStream range = new ByteArrayOutputStream();
            range.writeBytes("a;".repeat(random.nextInt(2)).getBytes(StandardCharsets.US_ASCII));
            int from = range.size();
            range.writeBytes(field(random, encoding));
            int to = range.size();
            range.writeBytes(";1".repeat(random.nextInt(6)).getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = range.toByteArray();
            FieldReader reader = new FieldReader(bytes, encoding);

            String expected = FieldText.of(bytes, from, to, encoding);

            assertThat(reader.text(3, from, to)).as("seed %d", seed).isEqualTo(expected);
            assertThat(reader.text(3, from, to)).as("again, seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void tellsApartShortFieldsThatShareASlot() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            numbers.append(String.format(java.util.Locale.ROOT, "%04d", i));
        }
        byte[] bytes = numbers.toString().getBytes(StandardCharsets.US_ASCII);
        FieldReader reader = new FieldReader(bytes, TextEncoding.UTF_8);

        for (int i = 0; i < bytes.length; i += 4) {
            assertThat(reader.text(0, i, i + 4)).isEqualTo(numbers.substring(i, i + 4));
            assertThat(reader.text(0, i, i + 3)).isEqualTo(numbers.substring(i, i + 3));
        }
    }

    @Test
    void remembersTheFormerRecordsFieldOfTheSamePlaceAlone() {
        byte[] bytes = "7707083893;7736050003;7707083893;770708389312".getBytes(StandardCharsets.US_ASCII);
        FieldReader reader = new FieldReader(bytes, TextEncoding.UTF_8);

        String first = reader.text(0, 0, 10);

        assertThat(reader.text(1, 11, 21)).isEqualTo("7736050003");
        assertThat(reader.text(0, 22, 32)).isSameAs(first);
        assertThat(reader.text(0, 33, 45)).isEqualTo("770708389312");
        assertThat(reader.text(0, 11, 21)).isEqualTo("7736050003");
    }

    @Test
    void mayTakeWindows1251ForComposed() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String characters = new String(all, TextEncoding.WINDOWS_1251.charset());
        for (int first = 0; first < all.length; first++) {
            for (int second = 0; second < all.length; second++) {
                String pair = "" + characters.charAt(first) + characters.charAt(second);
                assertThat(Normalizer.normalize(pair, Normalizer.Form.NFC)).isEqualTo(pair);
            }
        }
    }

    private static byte[] field(Random random, TextEncoding encoding) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean quoted = random.nextInt(3) == 0;
        if (quoted) {
            field.write('"');
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextInt(20) == 0) {
                field.writeBytes(BROKEN[random.nextInt(BROKEN.length)]);
            } else {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                boolean literalQuoteInFront = !quoted && field.size() == 0 && piece.startsWith("\"");
                field.writeBytes((literalQuoteInFront ? "x" : piece).getBytes(encoding.charset()));
            }
        }
        if (quoted) {
            field.write('"');
        }
        return field.toByteArray();
    }
}
