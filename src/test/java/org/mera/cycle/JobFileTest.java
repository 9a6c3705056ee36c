package org.mera.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mera.methodology.ScoreClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class JobFileTest {

    private static final String LEAST =
            """
            methodology: anti-corruption-rating
            year: 2025
            inbox: files
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void tellsAllFaultsAtOnce(String id, String job, String message) throws IOException {
        Path file = write(job);

        assertThatThrownBy(() -> JobFile.load(file))
                .as(id)
                .isInstanceOf(JobFileException.class)
                .hasMessage(message.strip().replaceAll("(?m)^", folder + "/"));
    }

    static Stream<Arguments> refused() throws IOException {
        try (InputStream in = JobFileTest.class.getResourceAsStream("/spec/job-files.yaml")) {
            JsonNode cases = new YAMLMapper().readTree(in);
            return cases
                    .valueStream()
                    .map(one -> Arguments.of(
                            one.get("id").asString(),
                            one.get("job").asString(),
                            one.get("message").asString()))
                    .toList()
                    .stream();
        }
    }

    @Test
    void takesDefaultsForWhatIsNotSaid() throws IOException {
        assertThat(JobFile.load(write(LEAST)))
                .isEqualTo(new JobFile(
                        "job",
                        new MethodologySource.Bundled("anti-corruption-rating"),
                        2025,
                        folder.resolve("files"),
                        folder.resolveSibling("out"),
                        null,
                        Locale.forLanguageTag("ru"),
                        100,
                        Runtime.getRuntime().availableProcessors() + 1,
                        PaperSources.NONE,
                        null,
                        List.of(),
                        LEAST));
    }

    @Test
    void readsEveryKey() throws IOException {
        String text =
                """
                name: Годовая работа
                methodology: ../методика.yaml
                year: 2100
                inbox: /srv/inbox
                out: results
                cutoff: 2026-05-31
                language: en
                chunk-size: 10000
                threads: 256
                reports: ../бланки
                official-texts: texts.csv
                schedule:
                  cron: "0 30 3 * * MON-FRI"
                  zone: Europe/Moscow
                  missed: run
                classes:
                  - label: A
                    from: 75.5
                  - label: B
                    from: 0
                classes-version: 2026-1
                disagreement: 0.125
                """;

        assertThat(JobFile.load(write(text)))
                .isEqualTo(new JobFile(
                        "Годовая работа",
                        new MethodologySource.InFile(folder.resolveSibling("методика.yaml")),
                        2100,
                        Path.of("/srv/inbox"),
                        folder.resolve("results"),
                        LocalDate.of(2026, 5, 31),
                        Locale.ENGLISH,
                        10_000,
                        256,
                        new PaperSources(folder.resolveSibling("бланки"), folder.resolve("texts.csv")),
                        new Schedule("0 30 3 * * MON-FRI", ZoneId.of("Europe/Moscow"), Schedule.Missed.RUN),
                        List.of(new ScoreClass("A", new BigDecimal("75.5")), new ScoreClass("B", BigDecimal.ZERO)),
                        text,
                        new JobTerms("2026-1", new BigDecimal("0.125"))));
    }

    @Test
    void readsTheJobThatComesWithMera() {
        JobFile job = JobFile.load(Path.of("jobs", "annual-rating.yaml"));

        assertThat(job.settings(JobOptions.NONE))
                .isEqualTo(new RunSettings(
                        new MethodologySource.Bundled("anti-corruption-rating"),
                        2025,
                        Path.of("jobs", "annual-rating"),
                        Path.of("out"),
                        LocalDate.of(2026, 5, 31),
                        Locale.forLanguageTag("ru"),
                        100,
                        Runtime.getRuntime().availableProcessors() + 1,
                        true,
                        PaperSources.NONE,
                        List.of(),
                        job.text(),
                        "annual-rating"));
    }

    @Test
    void letsOptionsWin() throws IOException {
        JobFile job = JobFile.load(write(LEAST));
        JobOptions options =
                new JobOptions(2024, Path.of("here"), Path.of("there"), LocalDate.of(2025, 6, 1), true, Locale.ENGLISH);

        assertThat(job.settings(options))
                .isEqualTo(new RunSettings(
                        job.methodology(),
                        2024,
                        Path.of("here"),
                        Path.of("there"),
                        LocalDate.of(2025, 6, 1),
                        Locale.ENGLISH,
                        100,
                        job.threads(),
                        false,
                        PaperSources.NONE,
                        List.of(),
                        LEAST,
                        "job"));
    }

    @Test
    void takesAByteOrderMarkForNothing() throws IOException {
        assertThat(JobFile.load(write("\uFEFF" + LEAST)).text()).isEqualTo(LEAST);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path file = folder.resolve("job.yaml");

        assertThatThrownBy(() -> JobFile.load(file))
                .hasMessage(file + ": no such file; name a job file, for example jobs/annual-rating.yaml");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> JobFile.load(folder))
                .hasMessage(folder + ": cannot be read (it is a folder); name a job file");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = folder.resolve("job.yaml");
        Files.write(file, (LEAST + "name: имя\n").getBytes(Charset.forName("windows-1251")));

        assertThatThrownBy(() -> JobFile.load(file)).hasMessage(file + ": not UTF-8; save it as UTF-8");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), text, StandardCharsets.UTF_8);
    }
}
