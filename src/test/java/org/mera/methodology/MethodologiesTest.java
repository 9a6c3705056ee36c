package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MethodologiesTest {

    private static final Path PARKS = Path.of("src/test/resources/methodology/city-parks.yaml");

    @Test
    void readsAnotherMethodology() {
        Methodology parks = Methodologies.load(PARKS);

        assertThat(parks.id()).isEqualTo("city-parks");
        assertThat(parks.version()).isEqualTo("2025.1");
        assertThat(parks.identification()).isEqualTo(Identification.CODE);
        assertThat(parks.evidenceRequired()).isFalse();
        assertThat(parks.scale()).isEqualTo(new Scale(BigDecimal.ONE, BigDecimal.valueOf(3)));
        assertThat(parks.columns())
                .containsExactly(
                        new Column(
                                1,
                                new LocalizedText(
                                        "Состояние парка на день осмотра", "State of the park on the day of the visit"),
                                new LocalizedText("Состояние", "State"),
                                EnumSet.allOf(DocumentKind.class),
                                false),
                        new Column(
                                2,
                                new LocalizedText(
                                        "Уход за парком в течение года", "Care of the park throughout the year"),
                                new LocalizedText("Уход", "Care"),
                                EnumSet.allOf(DocumentKind.class),
                                true));
        assertThat(parks.criteria())
                .containsExactly(
                        new Criterion(
                                1,
                                new LocalizedText("Деревья и газоны", "Trees and lawns"),
                                List.of(
                                        new LocalizedText("деревья здоровы", "trees are healthy"),
                                        new LocalizedText("газоны ухожены", "lawns are kept")),
                                List.of(),
                                Set.of()),
                        new Criterion(2, new LocalizedText("Водоёмы", "Water"), List.of(), List.of(1), Set.of()),
                        new Criterion(
                                3,
                                new LocalizedText("Дорожки и скамейки", "Paths and benches"),
                                List.of(),
                                List.of(),
                                Set.of(1),
                                new LocalizedText("осматриваются днём", "visited by day")));
        assertThat(parks.thresholds()).isEqualTo(new Thresholds(50, 20, 2));
        assertThat(parks.classes())
                .containsExactly(
                        new ScoreClass("A", BigDecimal.valueOf(80)),
                        new ScoreClass("B", new BigDecimal("50.5")),
                        new ScoreClass("C", BigDecimal.ZERO));
        assertThat(parks.comparableWith()).containsExactly("2024");
        assertThat(parks.totalMaximum()).isEqualTo(18);
        assertThat(parks.indicator(5)).isEqualTo("27.78");
    }

    @Test
    void readsAStoredTextAgain() throws IOException {
        byte[] bytes = Files.readAllBytes(PARKS);
        Methodology parks = Methodologies.parse("parks", bytes);

        assertThat(parks.text()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        assertThat(parks.sha256()).isEqualTo("eb7e0694c5ceab990567e3760d79b3dd3da7c79ef9b7285206c03135dbea9429");
        assertThat(Methodologies.parse("stored", parks.text().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(parks);
        Methodology rating = Methodologies.bundled("anti-corruption-rating");
        assertThat(Methodologies.parse("stored", rating.text().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(rating);
    }

    @Test
    void keepsTheByteOrderMarkAndTheLineEndsOfAText() throws IOException {
        String text = "\uFEFF" + parks().replace("\n", "\r\n");
        Methodology parks = parse(text);

        assertThat(parks.text()).isEqualTo(text);
        assertThat(parks.sections()).isEqualTo(parse(parks()).sections());
        assertThat(parse(parks.text())).isEqualTo(parks);
    }

    @Test
    void makesAParagraphOfAFoldedText() throws IOException {
        Methodology parks = parse(
                parks().replace("  ru: Рейтинг городских парков\n", "  ru: >\n    Рейтинг\n\n    городских  парков\n"));

        assertThat(parks.title().ru()).isEqualTo("Рейтинг городских парков");
    }

    @Test
    void namesTheMethodologiesThatComeWithTheProgram() {
        assertThat(Methodologies.bundled()).containsExactly("anti-corruption-rating");
        assertThatThrownBy(() -> Methodologies.bundled("../anti"))
                .isInstanceOf(MethodologyException.class)
                .hasMessage(
                        "No methodology «../anti» comes with the program; use anti-corruption-rating or the path of a file");
    }

    @Test
    void allowsInItsSchemaTheKindsThatThereAre() throws IOException {
        JsonNode schema = JsonMapper.shared()
                .readTree(Files.readString(
                        Path.of("src/main/resources/methodology/methodology.schema.json"), StandardCharsets.UTF_8));

        assertThat(schema.at("/$defs/kind/enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(DocumentKind.values())
                        .map(DocumentKind::word)
                        .toList());
    }

    @Test
    void reportsAFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> Methodologies.load(file))
                .isInstanceOf(MethodologyException.class)
                .hasMessage(file + ": there is no such file; check the path of the methodology");
    }

    private static Methodology parse(String text) {
        return Methodologies.parse("parks.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String parks() throws IOException {
        return Files.readString(PARKS, StandardCharsets.UTF_8);
    }
}
