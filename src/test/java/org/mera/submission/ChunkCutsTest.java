package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mera.submission.ChunkCuts.Cut;

class ChunkCutsTest {

    @Test
    void cutsCompaniesInTheOrderInWhichTheyCome() {
        assertThat(cuts(5, 2, 10))
                .containsExactly(new Cut("00", "01", 2), new Cut("02", "03", 2), new Cut("04", "04", 1));
    }

    @Test
    void joinsEachTwoWhereTheyAreTooMany() {
        assertThat(cuts(7, 2, 3)).containsExactly(new Cut("00", "03", 4), new Cut("04", "06", 3));
    }

    @Test
    void cutsNothingOutOfNothing() {
        assertThat(cuts(0, 100, 500)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "3,5", "7,1"})
    void losesNoCompanyAndMakesNoMoreChunksThanAllowed(int size, int most) {
        for (int companies = 0; companies < 60; companies++) {
            List<Cut> cuts = cuts(companies, size, most);
            assertThat(cuts.size()).isLessThanOrEqualTo(most);
            int next = 0;
            for (Cut cut : cuts) {
                assertThat(cut).isEqualTo(new Cut(name(next), name(next + cut.companies() - 1), cut.companies()));
                next += cut.companies();
            }
            assertThat(next).isEqualTo(companies);
        }
    }

    private static List<Cut> cuts(int companies, int size, int most) {
        ChunkCuts cuts = new ChunkCuts(size, most);
        for (int i = 0; i < companies; i++) {
            cuts.add(name(i));
        }
        return cuts.cuts();
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
