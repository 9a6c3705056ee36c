package org.mera.methodology;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns a tree that has passed every check into a methodology. */
final class MethodologyReader {

    private final JsonNode tree;
    private final Scale scale;

    MethodologyReader(JsonNode tree) {
        this.tree = tree;
        JsonNode node = tree.path("scale");
        this.scale = new Scale(
                node.path("step").decimalValue(),
                node.path("maximum").decimalValue(),
                list(node.path("meanings"), MethodologyReader::localized));
    }

    Methodology read(String text, String sha256) {
        List<Section> sections = list(tree.path("sections"), MethodologyReader::section);
        return new Methodology(
                tree.path("id").asString(),
                tree.path("version").asString(),
                localized(tree.path("title")),
                Identification.valueOf(tree.path("identification").asString().toUpperCase(Locale.ROOT)),
                tree.path("evidence").asString().equals("required"),
                scale,
                list(tree.path("columns"), MethodologyReader::column),
                sections,
                thresholds(tree.path("thresholds")),
                list(tree.path("classes"), MethodologyReader::scoreClass),
                tree.path("classes-version").asString(tree.path("version").asString()),
                list(tree.path("comparable-with"), JsonNode::asString),
                text,
                sha256,
                sections.stream()
                        .flatMap(section -> section.criteria().stream())
                        .toList());
    }

    private Thresholds thresholds(JsonNode node) {
        BigDecimal gap = node.path("expert-gap").decimalValue();
        return new Thresholds(
                node.path("overused-share").intValue(),
                node.path("overused-cells").intValue(),
                gap.divideToIntegralValue(scale.step()).intValueExact());
    }

    private static Column column(JsonNode node) {
        return new Column(
                node.path("number").intValue(),
                localized(node.path("title")),
                localized(node.path("short-title")),
                kinds(node.path("kinds")),
                node.path("year-bound").asBoolean(false));
    }

    /** A column that names no kinds takes any. */
    private static Set<DocumentKind> kinds(JsonNode node) {
        if (node.isMissingNode()) {
            return EnumSet.allOf(DocumentKind.class);
        }
        return Set.copyOf(list(node, word -> DocumentKind.of(word.asString()).orElseThrow()));
    }

    private static Section section(JsonNode node) {
        return new Section(
                node.path("number").intValue(),
                localized(node.path("title")),
                list(node.path("criteria"), MethodologyReader::criterion));
    }

    private static Criterion criterion(JsonNode node) {
        return new Criterion(
                node.path("number").intValue(),
                localized(node.path("title")),
                list(node.path("directions"), MethodologyReader::localized),
                list(node.path("depends-on"), JsonNode::intValue),
                new HashSet<>(list(node.path("year-bound"), JsonNode::intValue)),
                node.has("note") ? localized(node.path("note")) : null,
                was(node.path("was")));
    }

    private static Map<String, Integer> was(JsonNode node) {
        return node.valueStream()
                .collect(Collectors.toMap(each -> each.path("version").asString(), each -> each.path("number")
                        .intValue()));
    }

    private static ScoreClass scoreClass(JsonNode node) {
        return new ScoreClass(node.path("label").asString(), node.path("from").decimalValue());
    }

    /** YAML's folded texts may end in a line break, and a text is one paragraph wherever it is shown. */
    private static LocalizedText localized(JsonNode node) {
        return new LocalizedText(paragraph(node.path("ru")), paragraph(node.path("en")));
    }

    private static String paragraph(JsonNode node) {
        return node.asString().strip().replaceAll("\\s+", " ");
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
        return node.valueStream().map(element).toList();
    }
}
