package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DocumentDateTest {

    static Stream<Arguments> dates() {
        return SpecCases.of("document-dates");
    }

    static Stream<Arguments> years() {
        return SpecCases.of("reported-years");
    }

    @ParameterizedTest
    @MethodSource("dates")
    void readsDaysMonthsAndYears(JsonNode each) {
        String text = SpecCases.text(each, "text");
        Optional<DocumentDate> expected = each.has("first-day")
                ? Optional.of(new DocumentDate(
                        LocalDate.parse(SpecCases.text(each, "first-day")),
                        each.get("partial").asBoolean()))
                : Optional.empty();

        assertThat(DocumentDate.parse(text)).isEqualTo(expected);
        assertThat(DocumentDate.isImpossible(text)).isEqualTo(each.has("impossible"));
    }

    @ParameterizedTest
    @MethodSource("years")
    void readsReportedYears(JsonNode each) {
        Optional<ReportedYears> expected =
                each.has("years") ? Optional.of(new ReportedYears(SpecCases.numbers(each, "years"))) : Optional.empty();

        assertThat(ReportedYears.parse(SpecCases.text(each, "text"))).isEqualTo(expected);
    }
}
