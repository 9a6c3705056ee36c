package org.mera.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mera.cycle.JobNode.Items;
import org.mera.cycle.JobNode.Mapping;
import org.mera.cycle.JobNode.Nothing;
import org.mera.cycle.JobNode.Scalar;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML token by token, because data binding forgets lines, stops at the first fault and lets the last of two equal keys win. */
final class JobYaml {

    private final JsonParser parser;
    private final JobFaults faults;

    private JobYaml(JsonParser parser, JobFaults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * {@return the keys of the file} Duplicate keys are added to the faults.
     *
     * @throws JobFileException when the text is no YAML or has no keys
     */
    static Mapping read(String text, JobFaults faults) {
        try (JsonParser parser = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            JobYaml yaml = new JobYaml(parser, faults);
            JobNode root = parser.nextToken() == null ? new Nothing(1) : yaml.node(parser.currentToken());
            if (!(root instanceof Mapping mapping)) {
                faults.add(root.line(), "found " + root.found() + " where «key: value» lines belong");
                throw faults.exception();
            }
            if (parser.nextToken() != null) {
                faults.add(yaml.line(), "a second document begins here; keep one job a file");
            }
            return mapping;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            faults.add(
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    "not YAML: " + sentence(e.getOriginalMessage()));
            throw faults.exception();
        }
    }

    private JobNode node(JsonToken token) {
        int line = line();
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> items(line);
            case VALUE_NULL -> new Nothing(line);
            default -> {
                if (((YAMLParser) parser).isCurrentAlias()) {
                    faults.add(line, "*" + parser.getString() + ": no references here; write the value out");
                }
                yield scalar(parser.getString(), line);
            }
        };
    }

    private static JobNode scalar(String text, int line) {
        return text.isBlank() ? new Nothing(line) : new Scalar(text.strip(), line);
    }

    private Mapping mapping(int line) {
        Map<String, JobNode> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            JobNode value = node(parser.nextToken());
            Integer first = lines.putIfAbsent(key, keyLine);
            if (first == null) {
                entries.put(key, value);
            } else {
                faults.add(keyLine, key + ": given twice, first in line " + first + "; keep one");
            }
        }
        return new Mapping(entries, lines, line);
    }

    private Items items(int line) {
        List<JobNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser.currentToken()));
        }
        return new Items(items, line);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser quotes the place below its sentences, indented; the line number says it already. */
    private static String sentence(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
