package org.mera.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of the papers in one language. An agency's file stands before the program's key by key: it may hold those alone that it changes. */
final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private final Locale language;
    private final String file;
    private final Map<String, String> texts;

    private Wording(Locale language, String file, Map<String, String> texts) {
        this.language = language;
        this.file = file;
        this.texts = Map.copyOf(texts);
    }

    static Wording of(PaperFiles files, Locale language) {
        String name = file(language);
        Map<String, String> texts = new HashMap<>();
        files.shipped(name).ifPresent(bytes -> add(texts, bytes, "reports/" + name));
        files.own(name).ifPresent(bytes -> add(texts, bytes, files.place(name)));
        return new Wording(language, files.place(name), texts);
    }

    /** {@return the name of a language's file} Russian where it is neither Russian nor English. */
    static String file(Locale language) {
        return "wording_" + (language.getLanguage().equals("en") ? "en" : "ru") + ".properties";
    }

    private static void add(Map<String, String> texts, byte[] bytes, String place) {
        Properties properties = new Properties();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            properties.load(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            throw new PaperException(place + ":" + badLine(bytes) + ": is not UTF-8; save it as UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new PaperException(place + ": a \\u is not followed by four hexadecimal digits", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
    }

    private static int badLine(byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, i - from));
                } catch (CharacterCodingException e) {
                    return line;
                }
                line++;
                from = i + 1;
            }
        }
        return line;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** {@return a date as the reader writes it} */
    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("date.pattern"), language).format(date);
    }

    /** {@return the text of a key, its {@code {0}}, {@code {1}}… filled in} */
    String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new PaperException(file + ": has no text «" + key + "»");
        }
        return values.length == 0
                ? text
                : PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String number, Object... values) {
        int index = Integer.parseInt(number);
        return index < values.length ? String.valueOf(values[index]) : "{" + number + "}";
    }

    /** {@return the same for templates: {@code $R{key}}} */
    ResourceBundle bundle() {
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return texts.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.keySet());
            }

            @Override
            protected Set<String> handleKeySet() {
                return texts.keySet();
            }
        };
    }
}
