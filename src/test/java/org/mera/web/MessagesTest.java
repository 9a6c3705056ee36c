package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the pages: each in both languages. */
class MessagesTest {

    static final Path FOLDER = Path.of("src/main/resources/messages");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    /** {@return the bundles of the pages, without their language} */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("web") && name.endsWith(".properties"))
                    .map(name -> name.replaceFirst("_(ru|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** {@return the words of a bundle, and nothing twice} */
    static Map<String, String> words(String bundle, String language) throws IOException {
        Map<String, String> words = new TreeMap<>();
        Properties read = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(words.put(key.toString(), value.toString()))
                        .as("%s_%s says %s twice", bundle, language, key)
                        .isNull();
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(
                FOLDER.resolve(bundle + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        return words;
    }

    @Test
    void findsTheBundles() throws IOException {
        assertThat(bundles()).contains("web");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sayTheSameInBothLanguages(String bundle) throws IOException {
        Map<String, String> russian = words(bundle, "ru");
        Map<String, String> english = words(bundle, "en");

        assertThat(english.keySet()).isEqualTo(russian.keySet());
        russian.forEach((key, words) -> assertThat(places(english.getOrDefault(key, "")))
                .as("what is filled in at %s", key)
                .isEqualTo(places(words)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void leaveNothingUnsaid(String bundle) throws IOException {
        for (String language : List.of("ru", "en")) {
            words(bundle, language).forEach((key, words) -> assertThat(words)
                    .as("%s of %s_%s", key, bundle, language)
                    .isNotBlank());
        }
    }

    /** Java's message format takes a single apostrophe for a quote: what follows it would be left as it stands. */
    @ParameterizedTest
    @MethodSource("bundles")
    void writeApostrophesTwice(String bundle) throws IOException {
        for (String language : List.of("ru", "en")) {
            words(bundle, language).forEach((key, words) -> assertThat(words.replace("''", ""))
                    .as("%s of %s_%s", key, bundle, language)
                    .doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areFitToBeFilledIn(String bundle) throws IOException {
        Object[] values = IntStream.range(0, 10).mapToObj(Integer::toString).toArray();
        for (String language : List.of("ru", "en")) {
            words(bundle, language)
                    .forEach((key, words) -> assertThat(new MessageFormat(words, Locale.ROOT).format(values))
                            .as("%s of %s_%s", key, bundle, language)
                            .doesNotContain("{", "}"));
        }
    }

    @Test
    void haveNoKeyInTwoBundles() throws IOException {
        Set<String> known = new HashSet<>();
        for (String bundle : bundles()) {
            for (String key : words(bundle, "ru").keySet()) {
                assertThat(known.add(key))
                        .as("%s stands in %s and in another bundle", key, bundle)
                        .isTrue();
            }
        }
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
