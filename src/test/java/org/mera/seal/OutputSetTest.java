package org.mera.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSetTest {

    private final Path folder;

    OutputSetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesWhatIsMissingAndWhatIsDamagedByPath() throws IOException {
        publish("ranking.csv", "problems.csv", "returns/1.csv", "returns/2.csv");
        Files.writeString(folder.resolve("returns/2.csv"), "longer than it was");
        Files.writeString(folder.resolve("ranking.csv"), "RANKING.CSV");
        Files.delete(folder.resolve("returns/1.csv"));

        assertThat(differences())
                .containsExactly("ranking.csv: damaged", "returns/1.csv: missing", "returns/2.csv: damaged");
    }

    @Test
    void saysSoWhenThereIsNoManifest() {
        assertThat(differences()).containsExactly("manifest.json: missing");
    }

    @Test
    void readsTheManifestThatWasWritten() throws IOException {
        Manifest published = publish("ranking.csv");

        assertThat(new OutputSet(folder).manifest()).contains(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "{}",
                "{\"year\":",
                "{\"year\":\"2025\"}",
                "{\"year\":2025}",
                "\u0000\u0001",
                "{}{}"
            })
    void callsAManifestThatCannotBeUnderstoodDamaged(String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);

        assertThat(differences()).containsExactly("manifest.json: damaged");
        assertThatExceptionOfType(DamagedManifestException.class)
                .isThrownBy(() -> new OutputSet(folder).manifest())
                .withMessage(folder.resolve("manifest.json") + " is no manifest or is damaged; run the cycle again");
    }

    @Test
    void callsAManifestDamagedWhereverItIsCutOff() throws IOException {
        publish("ranking.csv");
        byte[] whole = Files.readAllBytes(folder.resolve("manifest.json"));
        for (int length = 0; length < whole.length - 1; length++) { // the last byte is a line end
            Files.write(folder.resolve("manifest.json"), Arrays.copyOf(whole, length));

            assertThat(differences()).as("%d bytes", length).containsExactly("manifest.json: damaged");
        }
    }

    @Test
    void followsNoNameOutOfTheSet() throws IOException {
        publish("ranking.csv");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("ranking.csv", "../ranking.csv"));

        assertThat(differences()).containsExactly("../ranking.csv: outside");
    }

    @Test
    void letsTheNextPublicationReplaceADamagedManifest() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{");

        publish("ranking.csv");

        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        return new OutputSet(folder)
                .differences().stream().map(Difference::toString).toList();
    }

    /** Each file's text is its name. */
    private Manifest publish(String... names) throws IOException {
        try (Publication publication = Publication.begin(folder)) {
            for (String name : names) {
                try (OutputStream out = publication.newFile(name)) {
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                }
            }
            return publication.publish(SampleManifest.ofRevision(1));
        }
    }
}
