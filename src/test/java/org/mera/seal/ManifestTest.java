package org.mera.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.committee.Approval;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Comparability;

class ManifestTest {

    private static final Manifest SAMPLE = SampleManifest.ofRevision(3);
    private static final Manifest APPROVED = new Manifest(
            2025,
            3,
            new Manifest.Committee(
                    2,
                    new Approval(2, "№ 3 от 12.03.2026", LocalDate.of(2026, 3, 13)),
                    new Manifest.SealedLog(9, "c0ffee00".repeat(8)),
                    17),
            SAMPLE.methodology(),
            SAMPLE.cutoff(),
            "en",
            2,
            new Manifest.Terms(
                    List.of(
                            new ScoreClass("A", new BigDecimal("75.50")),
                            new ScoreClass("B", BigDecimal.ZERO),
                            new ScoreClass("Ж", new BigDecimal("1E+1"))),
                    "2026-1",
                    new BigDecimal("0.12")),
            new Manifest.Previous(2024, "2024", Comparability.DECLARED),
            SAMPLE.counts(),
            "0.1.0",
            SAMPLE.inputs(),
            List.of());

    private final Path file;

    ManifestTest(@TempDir Path folder) {
        this.file = folder.resolve("manifest.json");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(written(SAMPLE)).isEqualTo(SAMPLE);
        assertThat(written(APPROVED))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(APPROVED);
        assertThat(Files.readString(file))
                .contains(
                        """
                         "edition": 2,
                         "state": "approved",
                         "approval": {"protocol":"№ 3 от 12.03.2026","date":"2026-03-13","log_entries":9,"log_sha256":"%s"},
                         "decisions": 17,
                        """
                                .formatted("c0ffee00".repeat(8)),
                        """
                         "classes": [
                          {"label":"A","from":75.50},
                          {"label":"B","from":0},
                          {"label":"Ж","from":10}
                         ],
                         "classes_version": "2026-1",
                         "disagreement": 0.12,
                         "previous": {"year":2024,"methodology_version":"2024","comparability":"declared"},
                        """);
    }

    @Test
    void isReadFromBeforeThereWasACommittee() throws IOException {
        written(SAMPLE);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(" \"(edition|state|decisions|classes)\": [^\n]*\n", "")
                        .replace(",\"withdrawn\":0", ""));

        assertThat(ManifestJson.read(file)).isEqualTo(SAMPLE);
    }

    @Test
    void isNoneWhereItsStateIsNotThatOfItsApproval() throws IOException {
        written(APPROVED);
        Files.writeString(file, Files.readString(file).replace("\"approved\"", "\"preliminary\""));

        assertThatThrownBy(() -> ManifestJson.read(file)).isInstanceOf(DamagedManifestException.class);
    }

    @Test
    void knowsTheHashOfTheFileThatItMakes() throws IOException {
        written(APPROVED);

        assertThat(APPROVED.sha256()).isEqualTo(SealedFile.sha256(file));
    }

    private Manifest written(Manifest manifest) throws IOException {
        ManifestJson.write(manifest, Files.newOutputStream(file));
        return ManifestJson.read(file);
    }
}
