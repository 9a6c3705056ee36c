package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.mera.csv.Problem;
import org.mera.methodology.Methodology;
import org.mera.methodology.MethodologyBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Rules as YAML cases with ids. */
final class InboxSpecCases {

    private InboxSpecCases() {}

    static Stream<DynamicTest> of(String resource, ThrowingConsumer<JsonNode> test) throws IOException {
        try (InputStream in = InboxSpecCases.class.getResourceAsStream("/spec/" + resource)) {
            List<JsonNode> cases = new YAMLMapper().readTree(in).valueStream().toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .map(spec -> DynamicTest.dynamicTest(spec.get("id").asString(), () -> test.accept(spec)));
        }
    }

    static Methodology methodology(JsonNode spec) {
        return spec.has("methodology") && spec.get("methodology").asString().equals("parks")
                ? MethodologyBuilder.aMethodology()
                        .columns(1, 2)
                        .criteria(3)
                        .identifiedByCode()
                        .withoutEvidence()
                        .build()
                : MethodologyBuilder.aMethodology().build();
    }

    static List<String> texts(JsonNode spec, String key) {
        return spec.has(key)
                ? spec.get(key).valueStream().map(JsonNode::asString).toList()
                : List.of();
    }

    /** {@return each problem as two lines, so that whole sentences are compared} */
    static List<String> worded(List<Problem> problems) {
        return problems.stream()
                .flatMap(problem -> Stream.of(
                        place(problem) + problem.message(Locale.forLanguageTag("ru")),
                        place(problem) + problem.message(Locale.ENGLISH)))
                .toList();
    }

    private static String place(Problem problem) {
        String where = (problem.line() + " " + problem.company() + " " + problem.column()).replaceAll(" +", " ");
        return where.strip() + " " + problem.severity().word() + " "
                + problem.code().code() + " «" + problem.value() + "»: ";
    }
}
