package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mera.csv.FieldCharacters;
import org.mera.csv.TextEncoding;

/** What is read straight from the bytes is what {@link CitationFinder} reads from the characters. */
class PlainCitationsTest {

    private static final CodeIndex INDEX = CitationsTest.index(List.of("Д1", "Д10", "ЛНА-12", "АБВГ7", "С3", "П3"));

    /** What evidence is made of, more and less plain. */
    private static final List<String> PIECES = List.of(
            "Д1",
            "д1",
            "D1",
            "Д10",
            "Д1",
            "ЛНА-12",
            "АБВГ7",
            "АБВГД7",
            "С3",
            "c3",
            "п3",
            "П3",
            "Д99",
            " ",
            " ",
            " ",
            "; ",
            "; ",
            ", ",
            ",",
            ";",
            "\n",
            "\r\n",
            "п. 3",
            "разд. 2",
            "строка",
            "с. 160–162",
            "6.3",
            "3",
            "-",
            "—",
            "–",
            "•",
            "*",
            "(",
            ")",
            "«",
            "»",
            ":",
            ".",
            "№",
            "й",
            "и\u0306",
            "ё",
            "ї",
            "\u00a0",
            "\u2009",
            "Д1\u00a0п.\u00a03",
            "ª",
            "²",
            "é",
            "\"\"",
            "\t",
            "\u0085",
            "😀");

    private final PlainCitations plain = new PlainCitations();
    private final CitationFinder finder = new CitationFinder();
    private final FieldCharacters characters = new FieldCharacters();

    private record Read(String code, boolean withClause, @Nullable ParsedDocument document) {}

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void readsWhatTheFinderReads(TextEncoding encoding) {
        int plainly = 0;
        for (long seed = 0; seed < 100_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = evidence(random);
            byte[] field =
                    (random.nextInt(2) == 0 ? text.replace("\"", "") : '"' + text + '"').getBytes(encoding.charset());
            byte[] bytes = new byte[field.length + random.nextInt(12)];
            int from = random.nextInt(bytes.length - field.length + 1);
            System.arraycopy(field, 0, bytes, from, field.length);
            if (plain.read(bytes, from, from + field.length, encoding, INDEX)) {
                plainly++;
                assertThat(plain())
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(found(bytes, from, from + field.length, encoding));
            }
        }
        assertThat(plainly).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Д1",
                "\"Д1 п. 3.1, 3.2; Д10\"",
                " Д1 — с. 5–7 ",
                "d10; Д1",
                "д10 («о мерах»)",
                "\"АБВГ7 п3, 4; П3\""
            })
    void readsWhatPeopleUsuallyWrite(String field) {
        byte[] bytes = field.getBytes(TextEncoding.UTF_8.charset());

        boolean known = !field.startsWith("d");
        assertThat(plain.read(bytes, 0, bytes.length, TextEncoding.UTF_8, INDEX))
                .isEqualTo(known);
    }

    @Test
    void forgetsWhatCodesMeantInAnotherList() {
        byte[] bytes = "Д1 п. 3; Д10".getBytes(TextEncoding.UTF_8.charset());
        CodeIndex other = CitationsTest.index(List.of("Д10", "Д1"));
        assertThat(plain.read(bytes, 0, bytes.length, TextEncoding.UTF_8, INDEX))
                .isTrue();
        ParsedDocument former = plain.document(0);

        assertThat(plain.read(bytes, 0, bytes.length, TextEncoding.UTF_8, other))
                .isTrue();

        assertThat(plain.document(0)).isNotSameAs(former);
        assertThat(plain.document(0).source().code()).isEqualTo("Д1");
        assertThat(plain.read(bytes, 0, bytes.length, TextEncoding.UTF_8, CitationsTest.index(List.of("Д10"))))
                .isFalse();
    }

    @Test
    void remembersAsManyCodesAsThereAre() {
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            codes.add("Д" + i);
        }
        CodeIndex index = CitationsTest.index(codes);
        byte[] bytes = String.join("; ", codes).getBytes(TextEncoding.WINDOWS_1251.charset());

        assertThat(plain.read(bytes, 0, bytes.length, TextEncoding.WINDOWS_1251, index))
                .isTrue();

        assertThat(plain()).extracting(Read::code).isEqualTo(codes);
        assertThat(plain())
                .allMatch(read ->
                        Objects.requireNonNull(read.document()).source().code().equals(read.code()));
    }

    private static String evidence(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int plainOnly = random.nextInt(3);
        for (int i = random.nextInt(12); i >= 0; i--) {
            int most = plainOnly == 0 ? PIECES.size() : PIECES.indexOf("-");
            text.append(PIECES.get(random.nextInt(most)));
        }
        return text.toString();
    }

    private List<Read> plain() {
        List<Read> all = new ArrayList<>();
        for (int i = 0; i < plain.count(); i++) {
            all.add(new Read(plain.code(i), plain.isWithClause(i), plain.document(i)));
        }
        return all;
    }

    private List<Read> found(byte[] bytes, int from, int to, TextEncoding encoding) {
        characters.read(bytes, from, to, encoding);
        finder.begin(characters.characters(), characters.from(), characters.to(), INDEX);
        List<Read> all = new ArrayList<>();
        boolean another = finder.next();
        while (another) {
            int codeFrom = finder.codeFrom();
            int codeEnd = finder.codeEnd();
            ParsedDocument document = finder.document();
            another = finder.next();
            int next = another ? finder.partFrom() : characters.to();
            all.add(new Read(
                    new String(characters.characters(), codeFrom, codeEnd - codeFrom),
                    finder.isClauseBetween(codeEnd, next),
                    document));
        }
        return all;
    }
}
