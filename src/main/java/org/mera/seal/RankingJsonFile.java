package org.mera.seal;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code ranking.json} company by company: one is in memory at a time. What is wrong with it comes as {@code JacksonException}. */
final class RankingJsonFile implements Iterator<RankingJsonFile.Entry>, AutoCloseable {

    static final String RANKED = "companies";
    static final String NOT_RANKED = "not_ranked";

    private static final Set<String> LISTS = Set.of(RANKED, NOT_RANKED);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonParser parser;
    private final ObjectNode head = MAPPER.createObjectNode();
    private String list = "";
    private @Nullable Entry ahead;

    /**
     * A company of the file.
     *
     * @param list {@value #RANKED} or {@value #NOT_RANKED}
     * @param line where it begins
     */
    record Entry(String list, int line, JsonNode company) {}

    RankingJsonFile(InputStream in) {
        this.parser = MAPPER.createParser(in);
        parser.nextToken();
        ahead = read();
    }

    /** {@return all but the companies} Complete when there is no company left. */
    ObjectNode head() {
        return head;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Entry next() {
        Entry next = ahead;
        if (next == null) {
            throw new NoSuchElementException();
        }
        ahead = read();
        return next;
    }

    @Override
    public void close() {
        parser.close();
    }

    private @Nullable Entry read() {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            if (!list.isEmpty()) {
                if (token != JsonToken.END_ARRAY) {
                    int line = parser.currentTokenLocation().getLineNr();
                    return new Entry(list, line, parser.readValueAsTree());
                }
                list = "";
            } else if (token == JsonToken.PROPERTY_NAME) {
                property(parser.currentName());
            }
        }
    }

    private void property(String name) {
        JsonToken value = parser.nextToken();
        if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
            list = name;
        } else {
            JsonNode tree = parser.readValueAsTree();
            head.set(name, tree);
        }
    }
}
