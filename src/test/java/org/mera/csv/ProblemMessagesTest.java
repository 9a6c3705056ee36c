package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class ProblemMessagesTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Problem BAD_BYTE =
            Problem.of(ProblemCode.BAD_ENCODING, "a.csv", 3).withValue("0xFF").withDetails("20");

    @Test
    void speaksRussianAndEnglish() {
        assertThat(BAD_BYTE.message(RUSSIAN))
                .isEqualTo("байт 0xFF (байт 20 от начала файла) не читается как UTF-8; "
                        + "откройте файл в Excel и сохраните его как «CSV UTF-8»");
        assertThat(BAD_BYTE.message(Locale.US))
                .isEqualTo("the byte 0xFF (byte 20 of the file) cannot be read as UTF-8; "
                        + "open the file in Excel and save it as \"CSV UTF-8\"");
        assertThat(BAD_BYTE.message(Locale.FRENCH)).isEqualTo(BAD_BYTE.message(RUSSIAN));
    }

    @Test
    void leavesBracesOfAValueAsTheyAre() {
        assertThat(BAD_BYTE.withValue("{0} {value}").withDetails("{value}").message(Locale.ENGLISH))
                .startsWith("the byte {0} {value} (byte {value} of the file) ");
    }

    @Test
    void putsALongValueOnOneShortLine() {
        Problem unclosed = Problem.of(ProblemCode.MALFORMED_CSV, "a.csv", 1);

        assertThat(unclosed.withValue("😀\r\n \t" + "x".repeat(78)).message(Locale.ENGLISH))
                .contains("\"😀 " + "x".repeat(78) + "\"");
        assertThat(unclosed.withValue("😀\n" + "😀".repeat(79)).message(Locale.ENGLISH))
                .contains("\"😀 " + "😀".repeat(77) + "…\"");
    }

    @Test
    void takesADetailForAKeyOnlyWhereThereIsOne() {
        assertThat(BAD_BYTE.withDetails("@unknown-header.empty").message(Locale.ENGLISH))
                .contains("(byte the file has no record; ");
        assertThat(BAD_BYTE.withDetails("@primer").message(Locale.ENGLISH)).contains("(byte @primer of the file)");
    }

    @Test
    void refusesAVariantWithoutWording() {
        assertThatThrownBy(() -> BAD_BYTE.withVariant("none").message(RUSSIAN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No wording for 'bad-encoding.none'");
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        SortedMap<String, SortedSet<String>> russian = Wording.places("/messages/problems_ru.properties");

        assertThat(russian).isEqualTo(Wording.places("/messages/problems_en.properties"));
        assertThat(russian.keySet())
                .contains("bad-encoding", "bad-encoding.zip", "malformed-csv", "unknown-header.empty");
    }

    @Test
    void hasASentenceForEachFaultThatAScanFinds() throws IOException {
        Map<String, String> files = Map.of(
                "bad-encoding", "D0BFD0BFFF",
                "bad-encoding.windows-1251", "CFF098",
                "bad-encoding.nul", "61".repeat(20) + "00",
                "bad-encoding.utf16", "FFFE",
                "bad-encoding.zip", "504B0304",
                "malformed-csv", "22",
                "malformed-csv.text-after-quote", "22612262",
                "malformed-csv.too-long", "61".repeat(RecordEnd.LONGEST + 1),
                "unknown-header.empty", "");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Problem fault = Objects.requireNonNull(Collected.of(HexFormat.of().parseHex(file.getValue()))
                    .scan()
                    .fault());
            String variant = fault.variant().isEmpty() ? "" : "." + fault.variant();

            assertThat(fault.code().code() + variant).isEqualTo(file.getKey());
            assertThat(fault.message(RUSSIAN)).matches("[^{}]+[;:] [^{}]+");
            assertThat(fault.message(Locale.ENGLISH)).matches("[^{}]+[;:] [^{}]+");
        }
    }
}
