package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class HeadingsTest {

    private final Headings headings = Headings.of(aMethodology().build());

    @TestFactory
    Stream<DynamicTest> recognisesHeaders() throws IOException {
        return InboxSpecCases.of("headings.yaml", HeadingsTest::recognises);
    }

    private static void recognises(JsonNode spec) {
        List<String> header = Arrays.stream(spec.get("header").asString().split(";", -1))
                .map(String::strip)
                .toList();
        Header recognised = Headings.of(InboxSpecCases.methodology(spec)).recognise("a.csv", 1, header);

        if (recognised instanceof Header.Sound sound) {
            assertThat(sound.layout().form().name()).isEqualTo(spec.path("form").asString(""));
            if (spec.has("columns")) {
                assertThat(String.join(";", sound.layout().columns()))
                        .isEqualTo(spec.get("columns").asString());
            }
            assertThat(InboxSpecCases.worded(sound.warnings())).isEqualTo(InboxSpecCases.texts(spec, "problems"));
        } else {
            assertThat(spec.has("form")).isFalse();
            assertThat(InboxSpecCases.worded(List.of(((Header.Rejected) recognised).problem())))
                    .isEqualTo(InboxSpecCases.texts(spec, "problems"));
        }
    }

    @Test
    void listsTheColumnsOfTheMethodology() {
        assertThat(Headings.of(aMethodology()
                                .columns(1, 2)
                                .identifiedByCode()
                                .withoutEvidence()
                                .build())
                        .fields(Form.TABLE))
                .containsExactly(
                        "id",
                        "year",
                        "assessor",
                        "expert",
                        "final",
                        "criterion",
                        "criterion_title",
                        "c1",
                        "c1_evidence",
                        "c1_note",
                        "c2",
                        "c2_evidence",
                        "c2_note",
                        "directions",
                        "sum");
        assertThat(headings.required(Form.DOCUMENTS))
                .containsExactly("inn", "document", "kind", "title", "number", "date", "issuer");
    }

    @Test
    void readsEveryHeadingThatItNamesInBothLanguages() {
        for (Form form : List.of(Form.COMPANIES, Form.TABLE, Form.DOCUMENTS)) {
            List<String> russian = headings.fields(form).stream()
                    .map(field -> headings.russian(form, field))
                    .toList();

            Header whole = new Header.Sound(new Layout(form, headings.fields(form)), List.of());
            assertThat(headings.recognise("a.csv", 1, russian)).isEqualTo(whole);
            assertThat(headings.recognise("a.csv", 1, headings.fields(form))).isEqualTo(whole);
        }
        assertThat(headings.form(headings.fields(Form.DECISIONS))).contains(Form.DECISIONS);
        assertThat(headings.form(headings.fields(Form.VERIFICATION))).contains(Form.VERIFICATION);
    }

    @Test
    void namesAColumnInRussianByItsForm() {
        assertThat(headings.russian(Form.DOCUMENTS, "year")).isEqualTo("Отчётный год");
        assertThat(headings.russian(Form.TABLE, "year")).isEqualTo("Год");
        assertThat(headings.russian("c5_evidence")).isEqualTo("Свидетельства 5");
        assertThat(headings.russian("title")).isEqualTo("Название");
        assertThat(headings.russian("7")).isEqualTo("7");
        assertThatThrownBy(() -> headings.russian(Form.COMPANIES, "c3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No column 'c3' in the form COMPANIES");
    }
}
