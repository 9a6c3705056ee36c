package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class KnownFilesTest {

    private final KnownFiles known = new KnownFiles();

    @Test
    void knowsWhatItWasTold() {
        assertThat(known.get(3)).isNull();

        known.add(3, file("tables.csv", "inn,year"));

        assertThat(Objects.requireNonNull(known.get(3)).name()).isEqualTo("tables.csv");
        assertThat(known.get(4)).isNull();
    }

    @Test
    void knowsOneWritingOfAllFilesThatAreWrittenSo() {
        ScannedFile.Writing first = writing("inn,year");

        assertThat(writing("inn,year")).isSameAs(first);
        assertThat(writing("year,inn").layout()).isNotEqualTo(first.layout());
        assertThat(first.layout().columns()).containsExactly("inn", "year");
    }

    @Test
    void keepsNoMoreThanTakesLittleMemory() {
        for (int number = 1; number <= 12_000; number++) {
            known.add(number, file(number + ".csv", "inn,year"));
        }

        assertThat(known.get(10_000)).isNotNull();
        assertThat(known.get(10_001)).isNull();
        assertThat(writing("inn,year")).isSameAs(writing("inn,year"));
    }

    private ScannedFile file(String name, String columns) {
        return new ScannedFile(name, writing(columns));
    }

    private ScannedFile.Writing writing(String columns) {
        return known.writing("UTF_8", ",", "TABLE", columns);
    }
}
