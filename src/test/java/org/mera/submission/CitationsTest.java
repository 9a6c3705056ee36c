package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CitationsTest {

    static Stream<Arguments> cases() {
        return SpecCases.of("citations");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsCodesAndClauses(JsonNode each) {
        List<List<String>> expected = new ArrayList<>();
        each.get("expect")
                .forEach(pair ->
                        expected.add(List.of(pair.get(0).asString(), pair.get(1).asString())));

        List<Citation> citations =
                Citations.in(SpecCases.text(each, "evidence"), index(SpecCases.texts(each, "known")));

        assertThat(citations)
                .extracting(citation -> List.of(citation.code(), citation.clause()))
                .isEqualTo(expected);
        assertThat(citations)
                .filteredOn(citation -> citation.document() == null)
                .extracting(Citation::code)
                .containsAll(SpecCases.texts(each, "unknown"));
    }

    @Test
    void findsTheDocumentWhateverItsCodesSpelling() {
        CodeIndex index = index(List.of("ЛНА-12", "Д1", "С3"));

        assertThat(Citations.in("лна–12; d1; c3; С3", index))
                .extracting(citation -> citation.document() == null
                        ? "unknown"
                        : citation.document().source().code())
                .containsExactly("ЛНА-12", "unknown", "С3", "С3");
    }

    @Test
    void readsAnyTextWithoutLosingACitationOfAKnownCode() {
        CodeIndex index = index(List.of("Д1", "А2"));
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String noise = noise(random);

            List<Citation> citations = Citations.in(noise + ";Д1 п. 3;" + noise, index);

            assertThat(citations)
                    .as("seed %d: %s", seed, noise)
                    .anyMatch(citation ->
                            citation.code().equals("Д1") && citation.clause().startsWith("п. 3"));
        }
    }

    private static String noise(SplittableRandom random) {
        String alphabet = "ДдAаП1 2-–.,;:\n\r()«»ёZ\u00a0\u0301\ud83d\ude00";
        StringBuilder noise = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return noise.toString();
    }

    static CodeIndex index(List<String> codes) {
        Map<String, ParsedDocument> known = new HashMap<>();
        for (String code : codes) {
            SourceDocument source = new SourceDocument(
                    "d.csv", 2, Assessor.COMPANY, false, code, "plan", "План", "", "2025", "Совет", "", "");
            known.put(DocumentCode.normal(code).orElseThrow(), ParsedDocument.of(source));
        }
        return new CodeIndex(known);
    }
}
