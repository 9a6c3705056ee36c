package org.mera.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The words of the workbook: {@code messages/workbook_ru.properties} and {@code …_en…}. */
final class WorkbookWording {

    private final Locale language;
    private final Properties words = new Properties();

    WorkbookWording(Locale language) {
        this.language = language;
        String resource = "/messages/workbook_" + (language.getLanguage().equals("en") ? "en" : "ru") + ".properties";
        try (InputStream in = WorkbookWording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locale language() {
        return language;
    }

    /** {@return the words of a key} {@code {0}}, {@code {1}}… are filled in, in one pass from the left. */
    String of(String key, Object... fillings) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No wording for '" + key + "'");
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int i = 0; i < fillings.length; i++) {
            String place = "{" + i + "}";
            int at = text.indexOf(place, from);
            if (at >= 0) {
                filled.append(text, from, at).append(fillings[i]);
                from = at + place.length();
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
