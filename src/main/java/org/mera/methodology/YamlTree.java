package org.mera.methodology;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML as a tree and notes at which line each value stands, which a ready-made reading of a tree forgets. Aliases and tags are faults: an
 * alias would be read as its own name, and nothing is ever expanded. Numbers are plain decimals only, so that none costs much to compute with.
 */
final class YamlTree {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}\\.[0-9]{1,9}");
    private static final Pattern MARK = Pattern.compile("in reader, line ([0-9]{1,9}), column");
    private static final int DEEPEST = 20;
    private static final int LONGEST_KEY = 40;

    private final YAMLParser parser;
    private final Faults faults;

    private YamlTree(YAMLParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * {@return the tree of a text} Faults that leave a tree to look at are noted.
     *
     * @throws MethodologyException when the text is no YAML at all
     */
    static JsonNode read(String text, Faults faults) {
        refuseControlCharacters(text, faults);
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            return new YamlTree(parser, faults).document();
        } catch (JacksonException e) {
            faults.addAt(
                    lineOf(e),
                    "",
                    "is not well-formed YAML (" + sentence(e.getOriginalMessage())
                            + "); check the indentation, and put a text with «: » or « #» in it in quotes");
            throw faults.failure();
        }
    }

    /** The parser refuses them too, but does not say where they are. */
    private static void refuseControlCharacters(String text, Faults faults) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
                faults.addAt(
                        line, "", String.format(Locale.ROOT, "holds the control character U+%04X; delete it", (int) c));
                throw faults.failure();
            }
        }
    }

    private JsonNode document() {
        if (parser.nextToken() == null) {
            faults.addAt(1, "", "is empty; write the methodology in it");
            throw faults.failure();
        }
        JsonNode tree = value("", 0);
        if (parser.nextToken() != null) {
            faults.addAt(line(), "", "holds a second document after «---»; write one methodology in a file");
        }
        return tree;
    }

    private JsonNode value(String place, int depth) {
        JsonToken token = parser.currentToken();
        faults.locate(place, line());
        if (depth > DEEPEST) {
            faults.add(place, "is nested too deep; write a methodology as the file that comes with the program does");
            throw faults.failure();
        }
        if (parser.isCurrentAlias()) {
            faults.add(place, "is the alias *" + shown(parser.getString()) + "; write the value itself");
        } else if (parser.getTypeId() != null) {
            faults.add(place, "has the tag !" + shown(parser.getTypeId()) + "; write the value without it");
        }
        return switch (token) {
            case START_OBJECT -> object(place, depth);
            case START_ARRAY -> array(place, depth);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            default -> NODES.stringNode(parser.getString());
        };
    }

    private ObjectNode object(String place, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName().isBlank() ? "«»" : shown(parser.currentName());
            String child = child(place, key);
            int line = line();
            parser.nextToken();
            if (object.has(key)) {
                faults.addAt(line, child, "stands twice; keep one of them");
                value(child, depth + 1);
            } else {
                object.set(key, value(child, depth + 1));
            }
            faults.locate(child, line);
        }
        return object;
    }

    private ArrayNode array(String place, int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(place + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }

    private static JsonNode number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        return DECIMAL.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : NODES.stringNode(text);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    static String child(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    /** {@return a word of the file, fit to stand in a one-line message} */
    static String shown(String word) {
        String plain = word.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST_KEY
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_KEY)) + "…";
    }

    /** {@return the line of a fault} The parser's message is nearer to it than its location, which is that of the value before. */
    private static int lineOf(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        int line = location == null ? 1 : location.getLineNr();
        Matcher mark = MARK.matcher(e.getOriginalMessage());
        while (mark.find()) {
            line = Integer.parseInt(mark.group(1));
        }
        return line;
    }

    /** {@return the sentences of the parser's message} It puts quoted lines of the file between them, indented. */
    private static String sentence(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(String::strip)
                .collect(Collectors.joining(": "));
    }
}
