package org.mera.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the rules that are written as cases: {@code spec/NAME.yaml}. */
final class SpecCases {

    private SpecCases() {}

    static Stream<Arguments> of(String name) {
        try (InputStream in = SpecCases.class.getResourceAsStream("/spec/" + name + ".yaml")) {
            List<Arguments> cases = new ArrayList<>();
            for (JsonNode each : new YAMLMapper().readTree(in)) {
                cases.add(Arguments.of(Named.of(each.get("id").asString(), each)));
            }
            return cases.stream();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(each -> texts.add(each.asString()));
        return texts;
    }

    static List<Integer> numbers(JsonNode node, String field) {
        List<Integer> numbers = new ArrayList<>();
        node.path(field).forEach(each -> numbers.add(each.asInt()));
        return numbers;
    }
}
