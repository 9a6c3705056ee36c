package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SpreadsheetDamageTest {

    static Stream<Arguments> cases() {
        return SpecCases.of("spreadsheet-damage");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seesWhatASpreadsheetMadeOfAText(JsonNode each) {
        assertThat(SpreadsheetDamage.in(SpecCases.text(each, "text"))
                        .map(SpreadsheetDamage::variant)
                        .orElse(""))
                .isEqualTo(SpecCases.text(each, "damage"));
    }
}
