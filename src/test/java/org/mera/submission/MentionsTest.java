package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Inn;

class MentionsTest {

    private final Path inbox;

    MentionsTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @Test
    void tellsEachValidInnOfABrokenFileOnce() throws IOException {
        String text = "ИНН;\"Критерий\n9900000017;1\n9900000017;2\n9900000018;1\n19900000024;1\n123456788;1\n"
                + Inn.complete("9900000003") + ";1\n0000000000\n9900000031";

        assertThat(mentionedIn("a.csv", text.getBytes(Charset.forName("windows-1251"))))
                .containsExactly("9900000017", "0123456788", Inn.complete("9900000003"), "9900000031");
    }

    @Test
    void readsUtf16() throws IOException {
        String text = "ИНН;Критерий\r\n9900000017;1\r\n9900000024;1\r\n";

        assertThat(mentionedIn("a.csv", text.getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("9900000017", "9900000024");
        assertThat(mentionedIn("a.csv", text.getBytes(StandardCharsets.UTF_16)))
                .containsExactly("9900000017", "9900000024");
    }

    @Test
    void readsTheFilesPath() throws IOException {
        Files.createDirectory(inbox.resolve("9900000024"));

        assertThat(mentionedIn("9900000024/9900000017-таблица.csv", new byte[0]))
                .containsExactly("9900000024", "9900000017");
    }

    @Test
    void findsAnInnAcrossTheBoundsOfItsBuffers() throws IOException {
        byte[] filler = " ".repeat(64 * 1024 - 5).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[filler.length + 10];
        System.arraycopy(filler, 0, bytes, 0, filler.length);
        System.arraycopy("9900000017".getBytes(StandardCharsets.US_ASCII), 0, bytes, filler.length, 10);

        assertThat(mentionedIn("a.csv", bytes)).containsExactly("9900000017");
    }

    @Test
    void tellsAgainWhatItCouldNotRemember() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 200_001; i++) {
            text.append(Inn.complete(String.format(Locale.ROOT, "990%06d", i))).append('\n');
        }
        text.append(Inn.complete("990000001"));

        assertThat(mentionedIn("a.csv", text.toString().getBytes(StandardCharsets.US_ASCII)))
                .hasSize(200_002);
    }

    private List<String> mentionedIn(String file, byte[] bytes) throws IOException {
        Files.write(inbox.resolve(file), bytes);
        List<String> mentioned = new ArrayList<>();
        Mentions.of(inbox, file, mentioned::add);
        return mentioned;
    }
}
