package org.mera.methodology;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a methodology against the JSON Schema and says in sentences of ours what is wrong; the schema's descriptions say what to write. */
final class MethodologySchema {

    private static final String RESOURCE = "/methodology/methodology.schema.json";

    private final JsonNode tree;
    private final Schema schema;

    private MethodologySchema(JsonNode tree) {
        this.tree = tree;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree);
    }

    /** {@return the schema, read once} */
    static MethodologySchema bundled() {
        return Holder.SCHEMA;
    }

    void check(JsonNode methodology, Faults faults) {
        for (Error error : schema.validate(methodology)) {
            add(error, faults);
        }
    }

    private void add(Error error, Faults faults) {
        String place = place(error.getInstanceLocation());
        JsonNode rule = ruleOf(error);
        String property = Objects.requireNonNullElse(error.getProperty(), "");
        switch (error.getKeyword()) {
            case "required" -> faults.add(YamlTree.child(place, property), "is missing; add it");
            case "additionalProperties" ->
                faults.add(YamlTree.child(place, property), "is no known key; " + advice(property, rule));
            case "uniqueItems" ->
                faults.add(
                        place,
                        "names something twice; write "
                                + rule.path("description").asString());
            default ->
                faults.add(
                        place,
                        "is " + found(error.getInstanceNode()) + "; write "
                                + rule.path("description").asString() + inQuotes(error, rule));
        }
    }

    private static String advice(String key, JsonNode rule) {
        List<String> known = List.copyOf(rule.path("properties").propertyNames());
        Optional<String> nearest = NearestWord.to(key, known);
        return nearest.map(word -> "did you mean «" + word + "»?")
                .orElseGet(() -> "known here: " + String.join(", ", known));
    }

    /** Where a text is needed, a number or true/false only lacks its quotes. */
    private static String inQuotes(Error error, JsonNode rule) {
        JsonNode found = error.getInstanceNode();
        boolean lacksQuotes =
                rule.path("type").asString("").equals("string") && (found.isNumber() || found.isBoolean());
        return lacksQuotes ? ", in quotes: \"" + found.asString() + "\"" : "";
    }

    private static String found(JsonNode node) {
        if (node.isObject()) {
            return "a group of keys";
        }
        if (node.isArray()) {
            return node.isEmpty() ? "an empty list" : "a list of " + node.size();
        }
        if (node.isNull() || node.asString().isBlank()) {
            return "empty";
        }
        return node.isString() ? "«" + YamlTree.shown(node.asString()) + "»" : node.asString();
    }

    /** {@return the part of the schema that the failed keyword stands in} */
    private JsonNode ruleOf(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode rule = tree;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            rule = path.getElement(i) instanceof Integer index ? rule.path(index) : rule.path(path.getName(i));
        }
        return rule;
    }

    private static String place(NodePath path) {
        String place = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            place = path.getElement(i) instanceof Integer index
                    ? place + "[" + index + "]"
                    : YamlTree.child(place, path.getName(i));
        }
        return place;
    }

    private static final class Holder {

        static final MethodologySchema SCHEMA = read();

        private static MethodologySchema read() {
            try (InputStream stream =
                    Objects.requireNonNull(MethodologySchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                return new MethodologySchema(JsonMapper.shared().readTree(stream));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
