package org.mera.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The places that each sentence of a wording file fills in, by key: the two languages must agree in them. */
public final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private Wording() {}

    /** {@return the places of each key of a resource such as {@code /messages/problems_ru.properties}} */
    public static SortedMap<String, SortedSet<String>> places(String resource) throws IOException {
        SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        load(resource).forEach((key, sentence) -> places.put(key.toString(), placesIn(sentence.toString())));
        return places;
    }

    private static SortedSet<String> placesIn(String sentence) {
        SortedSet<String> places = new TreeSet<>();
        PLACE.matcher(sentence).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Properties load(String resource) throws IOException {
        try (InputStream in = Wording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("No resource " + resource);
            }
            Properties sentences = new OnceOnly();
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            sentences.load(reader);
            return sentences;
        }
    }

    /** A key that stands twice would silently lose its first sentence. */
    private static final class OnceOnly extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalStateException("The key stands twice: " + key);
            }
            return super.put(key, value);
        }
    }
}
