package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DocumentCodeTest {

    static Stream<Arguments> cases() {
        return SpecCases.of("document-codes");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasANormalForm(JsonNode each) {
        assertThat(DocumentCode.normal(SpecCases.text(each, "text")).orElse(""))
                .isEqualTo(SpecCases.text(each, "normal"));
    }
}
