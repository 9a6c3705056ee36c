package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "Таблица эксперта №3 (2).CSV", "7707083893_2025-1,2+3.csv"})
    void areAsPeopleCallFiles(String name) {
        assertThat(InboxName.of(name)).isEqualTo(Optional.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".csv",
                "a.txt",
                "a",
                "../a.csv",
                "..\\a.csv",
                "/etc/a.csv",
                "b/a.csv",
                ".a.csv",
                " a.csv",
                "~$a.csv",
                "a\u0000.csv",
                "a\n.csv",
                "<b>.csv",
                "a:b.csv",
                "a*.csv",
                "\u202eabc.csv",
                "a\u200b.csv",
                "a%2fb.csv"
            })
    void leadNowhereElse(String name) {
        assertThat(InboxName.of(name)).isEmpty();
    }

    @Test
    void areNotTooLong() {
        assertThat(InboxName.of("я".repeat(116) + ".csv")).isPresent();
        assertThat(InboxName.of("я".repeat(117) + ".csv")).isEmpty();
    }

    @Test
    void areComposed() {
        assertThat(InboxName.of("и\u0306.csv")).isEqualTo(Optional.of("й.csv"));
    }

    @Test
    void areMadeOfWhateverIsGiven() {
        assertThat(InboxName.cleaned("../../etc/passwd")).isEqualTo("passwd");
        assertThat(InboxName.cleaned("C:\\Файлы\\Таблица.csv")).isEqualTo("Таблица.csv");
        assertThat(InboxName.cleaned("<script>alert(1)</script>.csv")).isEqualTo("script_.csv");
        assertThat(InboxName.cleaned("..")).isEqualTo("file.csv");
        assertThat(InboxName.cleaned("я".repeat(300) + ".csv")).isEqualTo("я".repeat(116) + ".csv");
    }
}
