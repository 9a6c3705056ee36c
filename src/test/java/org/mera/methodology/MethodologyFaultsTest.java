package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faulty methodology files, each a sound one with something spoilt, and what is said of them. */
class MethodologyFaultsTest {

    private static final Path PARKS = Path.of("src/test/resources/methodology/city-parks.yaml");

    @Test
    void reportsMissingAndUnknownKeysTogether() throws IOException {
        assertRefused(
                parks().replace("identification: code", "identificaton: code")
                        .replace("short-title: {ru: Уход, en: Care}", "shortTitle: {ru: Уход}")
                        .replace("comparable-with: [\"2024\"]", "zzz: 1"),
                """
                parks.yaml:2: identification is missing; add it
                parks.yaml:7: identificaton is no known key; did you mean «identification»?
                parks.yaml:16: columns[1].short-title is missing; add it
                parks.yaml:18: columns[1].shortTitle is no known key; did you mean «short-title»?
                parks.yaml:28: zzz is no known key; known here: id, version, title, identification, evidence, scale, columns, thresholds, \
                classes, classes-version, comparable-with, sections
                """);
    }

    @Test
    void reportsEveryFaultOfAFileWithItsPlace() throws IOException {
        assertRefused(
                parks().replace("version: \"2025.1\"", "version: 2025")
                        .replace("step: 1", "step: 0.25")
                        .replace("maximum: 3", "maximum: 3.1")
                        .replace("en: Trees and lawns", "en: \"  \"")
                        .replace("en: lawns are kept", "en: \"a\\x00b\"")
                        .replace("depends-on: [1]", "depends-on: [2, 9, 2]")
                        .replace("number: 3\n", "number: 4\n")
                        .replace("year-bound: [1]", "year-bound: [7]")
                        .replace("year-bound: true", "year-bound: yes"),
                """
                parks.yaml:3: version is 2025; write digits, letters A-Z, points, hyphens, at most 40 characters, in quotes: "2025"
                parks.yaml:10: scale.step is 0.25; write a number with at most one decimal
                parks.yaml:11: scale.maximum is 3.1; write a multiple of the step 0.25
                parks.yaml:19: columns[1].year-bound is «yes»; write true or false
                parks.yaml:34: sections[0].criteria[0].title.en is empty; \
                write a text of at most 2000 characters without control characters
                parks.yaml:37: sections[0].criteria[0].directions[1].en is «a b»; \
                write a text of at most 2000 characters without control characters
                parks.yaml:40: sections[0].criteria[1].depends-on names something twice; write a list of numbers, none twice, like [1, 19]
                parks.yaml:40: sections[0].criteria[1].depends-on[1] is 9; \
                there is no such criterion, write the number of one that is there
                parks.yaml:40: sections[0].criteria[1].depends-on[0] is 2, the criterion itself; name another one or leave it out
                parks.yaml:40: sections[0].criteria[1].depends-on[2] is 2, the criterion itself; name another one or leave it out
                parks.yaml:44: sections[1].criteria[0].number is 4; number the criteria 1, 2, 3… without a gap: 3 is next here
                parks.yaml:46: sections[1].criteria[0].year-bound[0] is 7; \
                there is no such column, write the number of one that is there
                """);
    }

    @Test
    void refusesNumbersOutOfOrder() throws IOException {
        assertRefused(
                parks().replace("- number: 2\n    title: {ru: Уход за", "- number: 1\n    title: {ru: Уход за")
                        .replace("- number: 2\n    title: {ru: Удобства", "- number: 1\n    title: {ru: Удобства")
                        .replace("      - number: 2\n", "      - number: 1\n"),
                """
                parks.yaml:16: columns[1].number is 1 after 1; number the columns in ascending order, none twice
                parks.yaml:38: sections[0].criteria[1].number is 1; number the criteria 1, 2, 3… without a gap: 2 is next here
                parks.yaml:40: sections[0].criteria[1].depends-on[0] is 1, the criterion itself; name another one or leave it out
                parks.yaml:41: sections[1].number is 1; number the sections 1, 2, 3… without a gap: 2 is next here
                parks.yaml:44: sections[1].criteria[0].number is 3; number the criteria 1, 2, 3… without a gap: 2 is next here
                """);
    }

    @Test
    void refusesClassesThatDoNotDescendOrShareALabel() throws IOException {
        assertRefused(
                parks().replace("from: 50.5", "from: 80.0").replace("\"C\", from: 0", "\"A\", from: 101"),
                """
                parks.yaml:26: classes[1].from is 80.0 after 80; write the classes from the highest to the lowest
                parks.yaml:27: classes[2].from is 101; write a number from 0 to 100 (percent)
                parks.yaml:27: classes[2].label is «A» again; give each class its own label
                """);
    }

    @Test
    void refusesEarlierNumbersThatAreNotClear() throws IOException {
        String second =
                "depends-on: [1]\n        was: [{version: \"2024\", number: 2}, {version: \"2024\", number: 5}]";
        String third =
                "year-bound: [1]\n        was: [{version: \"2024\", number: 2}, {version: \"2025.1\", number: 3},"
                        + " {version: \"2023\"}]";
        assertRefused(
                parks().replace("depends-on: [1]", second).replace("year-bound: [1]", third),
                """
                parks.yaml:41: sections[0].criteria[1].was[1].version is «2024» again; name each version once
                parks.yaml:48: sections[1].criteria[0].was[2].number is missing; add it
                parks.yaml:48: sections[1].criteria[0].was[0].number is 2 of «2024», which another criterion was too; leave it out at one of them
                parks.yaml:48: sections[1].criteria[0].was[1].version is «2025.1», the version of this file; name an earlier one
                """);
    }

    @Test
    void refusesAScaleThatDoesNotAddUp() throws IOException {
        assertRefused(
                parks().replace(
                                "step: 1\n  maximum: 3",
                                "step: 0.5\n  maximum: 51\n  meanings: [{ru: нет, en: none}, {ru: да, en: full}]")
                        .replace("expert-gap: 2", "expert-gap: 0.7"),
                """
                parks.yaml:11: scale.maximum is 102 steps; write at most 100 steps
                parks.yaml:12: scale.meanings is a list of 2; the scale has 103 scores, write as many texts
                parks.yaml:24: thresholds.expert-gap is 0.7; write a multiple of the step 0.5
                """);
    }

    @Test
    void refusesMoreDirectionsThanThereAreLetters() throws IOException {
        String direction = "          - {ru: газоны ухожены, en: lawns are kept}\n";
        assertThat(parse(parks().replace(direction, direction.repeat(29)))
                        .criteria()
                        .get(0)
                        .directions())
                .hasSize(30);
        assertRefused(
                parks().replace(direction, direction.repeat(30)),
                "parks.yaml:35: sections[0].criteria[0].directions is a list of 31; write a list of at most 30 directions");
    }

    @Test
    void refusesWordsAndTypesThatItDoesNotKnow() throws IOException {
        assertRefused(
                parks().replace("identification: code", "identification: ogrn")
                        .replace("evidence: none", "evidence:")
                        .replace("year-bound: true", "kinds: [local-act, letter, plan, plan]")
                        .replace("title: {ru: Водоёмы, en: Water}", "title: Водоёмы")
                        .replace("en: Trees and lawns", "en: 42")
                        .replace("en: Comfort", "en: true")
                        .replace("overused-cells: 20", "overused-cells: 1e9")
                        .replace("overused-share: 50", "overused-share: 50.5")
                        .replace("depends-on: [1]", "depends-on: 1")
                        .replace("comparable-with: [\"2024\"]", "comparable-with: {a: 1}"),
                """
                parks.yaml:7: identification is «ogrn»; write inn or code
                parks.yaml:8: evidence is empty; write required or none
                parks.yaml:19: columns[1].kinds names something twice; write a list of kinds of document, at least one, none twice
                parks.yaml:19: columns[1].kinds[1] is «letter»; write a kind of document: local-act, resolution, order, plan, risk-register, \
                contract, report, record, annual-report, non-financial-report, publication, parent-decision, association-standard, \
                legislation or guidance
                parks.yaml:21: thresholds.overused-share is 50.5; write a whole number from 0 to 100 (percent)
                parks.yaml:22: thresholds.overused-cells is «1e9»; write a whole number from 1 to 9999 (cells)
                parks.yaml:28: comparable-with is a group of keys; write a list of versions, none twice
                parks.yaml:34: sections[0].criteria[0].title.en is 42; \
                write a text of at most 2000 characters without control characters, in quotes: "42"
                parks.yaml:39: sections[0].criteria[1].title is «Водоёмы»; write the keys ru and en with the text in both languages
                parks.yaml:40: sections[0].criteria[1].depends-on is 1; write a list of numbers, none twice, like [1, 19]
                parks.yaml:42: sections[1].title.en is true; \
                write a text of at most 2000 characters without control characters, in quotes: "true"
                """);
    }

    @Test
    void refusesAKeyThatStandsTwice() throws IOException {
        assertRefused(
                parks().replace("evidence: none", "evidence: none\ntitle: Парки")
                        .replace("en: Water}", "en: Water, ru: Пруды}"),
                """
                parks.yaml:9: title stands twice; keep one of them
                parks.yaml:40: sections[0].criteria[1].title.ru stands twice; keep one of them
                """);
    }

    @Test
    void refusesAliasesAndTagsAndExpandsNothing() throws IOException {
        assertRefused(
                parks().replace("title: {ru: Природа, en: Nature}", "title: &nature {ru: Природа, en: Nature}")
                        .replace("title: {ru: Удобства, en: Comfort}", "title: *nature")
                        .replace("en: Water", "en: !!str Water"),
                """
                parks.yaml:39: sections[0].criteria[1].title.en has the tag !tag:yaml.org,2002:str; write the value without it
                parks.yaml:42: sections[1].title is the alias *nature; write the value itself
                """);
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 30; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(10, alias)) + "]\n");
        }
        assertThatThrownBy(() -> parse(bomb.toString()))
                .isInstanceOf(MethodologyException.class)
                .hasMessageStartingWith("parks.yaml:1: ")
                .hasMessageContaining("\nparks.yaml:31: a30[9] is the alias *a29; write the value itself");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertNoYaml("a: b: c\n", 1, "mapping values are not allowed here");
        assertNoYaml(
                "id: x\nsections: [1, 2\n",
                3,
                "while parsing a flow sequence: expected ',' or ']', but got <stream end>");
        assertNoYaml(
                "a:\n  b: 1\n c: 2\n",
                3,
                "while parsing a block mapping: expected <block end>, but found '<block mapping start>'");
        assertNoYaml(
                "id: x\n@foo: 1\n",
                2,
                "while scanning for the next token: found character '@' that cannot start any token. (Do not use @ for indentation)");
        assertNoYaml(
                "? [a, b]\n: 1\n", 1, "Expected a property name (Scalar value in YAML), got this instead: +SEQ []");
        assertNoYaml("%YAML 7.0\n---\nid: x\n", 1, "Version{major=7, minor=0}");
    }

    private static void assertNoYaml(String text, int line, String what) {
        assertRefused(
                text,
                "parks.yaml:" + line + ": the file is not well-formed YAML (" + what
                        + "); check the indentation, and put a text with «: » or « #» in it in quotes");
    }

    @Test
    void refusesWhatIsNoGroupOfKeys() {
        assertRefused("", "parks.yaml:1: the file is empty; write the methodology in it");
        assertRefused("# nothing\n", "parks.yaml:1: the file is empty; write the methodology in it");
        assertRefused("- id\n- version\n", "parks.yaml:1: the file is a list of 2; write keys and values");
        assertRefused("Методика\n", "parks.yaml:1: the file is «Методика»; write keys and values");
    }

    @Test
    void refusesControlCharactersAndEndlessNesting() {
        assertRefused(
                "id: x\nversion: \u0000\n", "parks.yaml:2: the file holds the control character U+0000; delete it");
        assertRefused(
                "id: x\nsections: " + "[".repeat(100_000),
                "parks.yaml:2: sections" + "[0]".repeat(20)
                        + " is nested too deep; write a methodology as the file that comes with the program does");
    }

    @Test
    void refusesASecondDocument() throws IOException {
        assertRefused(
                parks() + "---\nid: x\n",
                "parks.yaml:49: the file holds a second document after «---»; write one methodology in a file");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        byte[] bytes = ("# Парки".concat("\n") + parks()).getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> Methodologies.parse("parks.yaml", bytes))
                .isInstanceOf(MethodologyException.class)
                .hasMessage("parks.yaml:1: the file is not UTF-8 (byte 0xCF); save it as UTF-8");
        byte[] late = "id: x\nversion: \"ы\"\n".getBytes(StandardCharsets.UTF_8);
        late[late.length - 3] = '!';
        assertThatThrownBy(() -> Methodologies.parse("parks.yaml", late))
                .isInstanceOf(MethodologyException.class)
                .hasMessage("parks.yaml:2: the file is not UTF-8 (byte 0xD1); save it as UTF-8");
    }

    @Test
    void refusesAFileThatIsFarTooLarge(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.yaml"), new byte[3 * 1024 * 1024]);
        assertThatThrownBy(() -> Methodologies.load(file))
                .isInstanceOf(MethodologyException.class)
                .hasMessage(file + ":1: the file is larger than 2 MiB, which no methodology is; check the path");
    }

    @Test
    void saysTheSameInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertRefused(
                    parks().replace("identification: code", "identification: 5"),
                    "parks.yaml:7: identification is 5; write inn or code");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(parse(parks().replace("identification: code", "identification: inn"))
                            .identification())
                    .isEqualTo(Identification.INN);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertRefused(String text, String faults) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(MethodologyException.class)
                .hasMessage(faults.strip());
    }

    private static Methodology parse(String text) {
        return Methodologies.parse("parks.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String parks() throws IOException {
        return Files.readString(PARKS, StandardCharsets.UTF_8);
    }
}
