package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Classes by the parks' methodology: A from 80, B from 50.5, C from 0; the highest total is 18 units. */
class ClassesTest {

    private static final Path PARKS = Path.of("src/test/resources/methodology/city-parks.yaml");

    @Test
    void reachesAClassByTheIndicatorAsItIsPrinted() throws IOException {
        Methodology parks = parks("", "");

        assertThat(parks.indicator(14)).isEqualTo("77.78");
        assertThat(parks.classOf(14)).map(ScoreClass::label).contains("B");
        assertThat(parks.classAbove(14)).map(ScoreClass::label).contains("A");
        assertThat(parks.totalOf(parks.classes().get(0))).isEqualTo(15);
        assertThat(parks.classOf(15)).map(ScoreClass::label).contains("A");
        assertThat(parks.classAbove(15)).isEmpty();
        assertThat(parks.totalOf(parks.classes().get(2))).isZero();
    }

    @Test
    void reachesABoundThatTheIndicatorIsRoundedUpTo() throws IOException {
        // 5 of 18 units are 27.777… %, printed as 27.78.
        Methodology parks = parks("", "").withClasses(List.of(new ScoreClass("A", new BigDecimal("27.78"))), "1");

        assertThat(parks.classOf(5)).map(ScoreClass::label).contains("A");
        assertThat(parks.classOf(4)).isEmpty();
        assertThat(parks.totalOf(parks.classes().get(0))).isEqualTo(5);
    }

    @Test
    void reachesEveryClassAtTheTotalThatIsSaid() throws IOException {
        for (int hundredths = 0; hundredths <= 10_000; hundredths++) {
            ScoreClass band = new ScoreClass("A", BigDecimal.valueOf(hundredths, 2));
            Methodology parks = PLAIN.withClasses(List.of(band), "1");
            int total = parks.totalOf(band);
            assertThat(parks.classOf(total)).contains(band);
            assertThat(total == 0 || parks.classOf(total - 1).isEmpty()).isTrue();
        }
    }

    @Test
    void isOfTheMethodologysVersionWhereItsFileNamesNone() throws IOException {
        assertThat(parks("", "").classesVersion()).isEqualTo("2025.1");
        assertThat(parks("classes:\n", "classes-version: \"2026-1\"\nclasses:\n")
                        .classesVersion())
                .isEqualTo("2026-1");
        assertThat(PLAIN.withClasses(List.of()).classesVersion()).isEmpty();
    }

    @Test
    void knowsWhichNumbersACriterionHad() throws IOException {
        Methodology parks = parks(
                "        depends-on: [1]\n",
                "        depends-on: [1]\n        was: [{version: \"2023\", number: 4}, {version: \"2024\", number: 2}]\n");

        assertThat(parks.criteria().get(1).was()).isEqualTo(Map.of("2023", 4, "2024", 2));
        assertThat(parks.criteria().get(0).was()).isEmpty();
    }

    private static final Methodology PLAIN = plain();

    private static Methodology plain() {
        try {
            return parks("", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Methodology parks(String from, String to) throws IOException {
        String text = Files.readString(PARKS, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return Methodologies.parse("parks.yaml", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
