package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DirectionsTest {

    static Stream<Arguments> cases() {
        return SpecCases.of("directions");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesDirectionsByLetter(JsonNode each) {
        assertThat(Directions.parse(
                        SpecCases.text(each, "text"), each.get("count").asInt()))
                .isEqualTo(new Directions(
                        bits(SpecCases.numbers(each, "confirmed")),
                        bits(SpecCases.numbers(each, "not-applicable")),
                        SpecCases.texts(each, "unknown")));
    }

    @Test
    void readsAPlainListAsAnyOther() {
        for (String alphabet : List.of("абвгдежзийклмнопрстуфхцчшщъыьэюя", "abcdefghijklmnopqrstuvwxyz")) {
            for (long seed = 0; seed < 5_000; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                List<String> letters = random.ints(
                                1 + random.nextInt(6), 0, random.nextInt(2) == 0 ? 7 : alphabet.length())
                        .mapToObj(i -> alphabet.substring(i, i + 1))
                        .toList();
                int count = random.nextInt(40);

                assertThat(Directions.parse(String.join(", ", letters), count))
                        .as("seed %d", seed)
                        .isEqualTo(Directions.parse(String.join(",", letters) + " ", count));
            }
        }
    }

    @Test
    @Timeout(20)
    void namesEachOfAHundredThousandUnknownWordsInNoTime() {
        List<String> words = IntStream.range(0, 100_000).mapToObj(i -> "ы" + i).toList();

        assertThat(Directions.parse(String.join(",", words), 5).unknown()).isEqualTo(words);
    }

    private static long bits(List<Integer> directions) {
        return directions.stream().mapToLong(direction -> 1L << (direction - 1)).sum();
    }
}
