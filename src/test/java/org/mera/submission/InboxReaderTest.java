package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.csv.Sha256;

class InboxReaderTest {

    private final Path inbox;

    InboxReaderTest(@TempDir Path inbox) {
        this.inbox = inbox;
    }

    @Test
    void readsARangeOfEachOfManyFilesAgainAndAgain() throws IOException {
        for (int i = 0; i < 300; i++) {
            Files.writeString(inbox.resolve(i + ".csv"), "head" + i + "tail");
        }
        try (InboxReader reader = new InboxReader()) {
            for (int i = 0; i < 900; i++) {
                String text = Integer.toString(i % 300);
                assertThat(reader.read(inbox, text + ".csv", range(4, text)))
                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void refusesAFileThatChanged() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), "head17tail");
        try (InboxReader reader = new InboxReader()) {
            assertThatThrownBy(() -> reader.read(inbox, "a.csv", range(4, "18")))
                    .isInstanceOf(ChangedDuringRunException.class)
                    .hasMessage("a.csv changed during the run; leave the inbox alone while a run lasts, then rerun");
        }
    }

    @Test
    void refusesAFileThatBecameShorter() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), "head1");
        try (InboxReader reader = new InboxReader()) {
            assertThatThrownBy(() -> reader.read(inbox, "a.csv", range(4, "17")))
                    .isInstanceOf(ChangedDuringRunException.class)
                    .hasMessage("a.csv changed during the run; leave the inbox alone while a run lasts, then rerun");
        }
    }

    @Test
    void refusesAFileThatIsGone() throws IOException {
        try (InboxReader reader = new InboxReader()) {
            assertThatThrownBy(() -> reader.read(inbox, "a.csv", range(4, "17")))
                    .isInstanceOf(ChangedDuringRunException.class)
                    .hasMessage(
                            "a.csv was removed during the run; leave the inbox alone while a run lasts, then rerun");
        }
    }

    private static Range range(long offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Range(
                0, "9900000017", offset, bytes.length, 2, 1, Sha256.digest().digest(bytes));
    }
}
