package org.mera.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** The sentences of the problem codes, one wording file a language: {@code messages/problems_ru.properties} and {@code …_en…}. */
final class ProblemMessages {

    private static final ProblemMessages RUSSIAN = load("ru");
    private static final ProblemMessages ENGLISH = load("en");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Properties wording;

    private ProblemMessages(Properties wording) {
        this.wording = wording;
    }

    /** {@return the wording of a language} Russian where it is neither Russian nor English. */
    static ProblemMessages in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : RUSSIAN;
    }

    /** {@return the problem's sentence with its places filled in} In one pass, so that a value with braces stays as it is. */
    String sentence(Problem problem) {
        String key = problem.code().code() + (problem.variant().isEmpty() ? "" : "." + problem.variant());
        String pattern = wordingOf(key);
        StringBuilder sentence = new StringBuilder(pattern.length() + 32);
        int from = 0;
        while (true) {
            int open = pattern.indexOf('{', from);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                return sentence.append(pattern, from, pattern.length()).toString();
            }
            sentence.append(pattern, from, open).append(filling(problem, pattern.substring(open + 1, close)));
            from = close + 1;
        }
    }

    private String filling(Problem problem, String place) {
        return switch (place) {
            case "value" -> shortened(problem.value());
            case "company" -> problem.company();
            case "criterion" -> String.valueOf(problem.criterion());
            case "column" -> problem.column();
            default -> detail(problem.details().get(Integer.parseInt(place)));
        };
    }

    /** A detail that begins with {@code @} and is no key is what a file holds, such as a name in a messenger. */
    private String detail(String text) {
        return text.startsWith("@") ? wording.getProperty(text.substring(1), text) : text;
    }

    /** A value is quoted whole in its own field; in a sentence a long one is cut. */
    private static String shortened(String value) {
        String oneLine = SPACES.matcher(value).replaceAll(" ");
        return oneLine.codePointCount(0, oneLine.length()) <= 80
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, 79)) + "…";
    }

    private String wordingOf(String key) {
        String text = wording.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No wording for '" + key + "'");
        }
        return text;
    }

    private static ProblemMessages load(String language) {
        String resource = "/messages/problems_" + language + ".properties";
        try (InputStream in = ProblemMessages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            Properties wording = new Properties();
            wording.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ProblemMessages(wording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
