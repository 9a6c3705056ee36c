package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {

    private static final String[] PIECES = {
        "a",
        "\n",
        "я",
        "Пример",
        "…",
        "\uFFFD",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\uD7FF\uE000",
        "\u0000",
        "\u0080\u07FF\u0800"
    };

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesTextOfAnyLength() throws IOException {
        String text = "Пример-017 – «да», \uD83D\uDE00;".repeat(10_000);
        try (Utf8Writer writer = new Utf8Writer(bytes)) {
            writer.write(text);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void handsOnAllWhenFlushed() throws IOException {
        Utf8Writer writer = new Utf8Writer(bytes);
        writer.write("Пример");
        writer.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Пример");
    }

    @Test
    void writesWhatTheWriterOfTheLibraryWrites() throws IOException {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 300; attempt++) {
            ByteArrayOutputStream ours = new ByteArrayOutputStream();
            ByteArrayOutputStream theirs = new ByteArrayOutputStream();
            try (Writer our = new Utf8Writer(ours);
                    Writer their = new OutputStreamWriter(theirs, StandardCharsets.UTF_8)) {
                for (int write = 0; write < 4; write++) {
                    String text = text(random);
                    if (random.nextBoolean()) {
                        our.write(text);
                        their.write(text);
                    } else {
                        our.write(text.toCharArray());
                        their.write(text.toCharArray());
                    }
                }
            }
            assertThat(ours.toByteArray()).isEqualTo(theirs.toByteArray());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(1200);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
