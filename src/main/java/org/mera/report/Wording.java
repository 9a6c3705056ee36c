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
import org.jspecify.annotations.Nullable;

/** The words of the papers in one language. An agency's file stands before the program's key by key: it may hold those alone that it changes. */
final class Wording {

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

    /** {@return whether a text names a day, as people write it} {@code № 3 от 12.03.2026} needs no date after it. */
    boolean names(LocalDate date, String text) {
        return text.contains(
                        DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(date))
                || text.contains(DateTimeFormatter.ISO_LOCAL_DATE.format(date))
                || text.contains(date(date));
    }

    /** {@return the text of a key, its {@code {0}}, {@code {1}}… filled in} */
    String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new PaperException(file + ": has no text «" + key + "»");
        }
        return values.length == 0 ? text : filled(text, values);
    }

    /** What is filled in is not looked at again: a company may be called {0}. */
    private static String filled(String text, Object... values) {
        StringBuilder filled = new StringBuilder(text.length() + 40);
        for (int i = 0; i < text.length(); i++) {
            int place = placeAt(text, i);
            if (place >= 0 && place < values.length) {
                filled.append(values[place]);
                i += 2;
            } else {
                filled.append(text.charAt(i));
            }
        }
        return filled.toString();
    }

    private static int placeAt(String text, int index) {
        boolean place = text.charAt(index) == '{' && index + 2 < text.length() && text.charAt(index + 2) == '}';
        return place ? text.charAt(index + 1) - '0' : -1;
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
