package org.mera.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Participation;
import org.mera.methodology.Identification;
import org.mera.submission.RegisterEntry;

class SealedInputsTest {

    private final Path folder;

    SealedInputsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sealsJobMethodologyAndEveryLineOfTheRegister() throws IOException {
        List<RegisterEntry> register = List.of(
                new RegisterEntry(
                        "9900000017", "ООО \"Пример\"", "Связь", "", Participation.DESK, "r.csv", 2, List.of()),
                new RegisterEntry("9900000024", "", "", "Регион-1", null, "r.csv", 3, List.of()));

        try (Publication publication = Publication.begin(folder)) {
            SealedInputs.write(
                    publication, "name: Пример\r\n", "id: sample\n", Identification.INN, register.iterator());
            publication.publish(SampleManifest.ofRevision(1));
        }

        assertThat(Files.readString(folder.resolve("sealed/job.yaml"))).isEqualTo("name: Пример\r\n");
        assertThat(Files.readString(folder.resolve("sealed/methodology.yaml"))).isEqualTo("id: sample\n");
        assertThat(Files.readString(folder.resolve("sealed/register.csv")))
                .isEqualTo(
                        """
                        inn,name,industry,region,participation
                        9900000017,"ООО ""Пример""\",Связь,,desk
                        9900000024,,,Регион-1,
                        """);
    }
}
