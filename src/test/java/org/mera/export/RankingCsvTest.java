package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.ranking.TestMethodology;

class RankingCsvTest {

    @Test
    void writesTheRankedCompanies() {
        Golden.assertWrites(
                "ranking.csv", out -> RankingCsv.write(SampleRating.METHODOLOGY, SampleRating.ranking(), out));
    }

    @Test
    void hasItsHeaderWithoutCompanies() {
        Ranking nobody = Ranking.of(SampleRating.METHODOLOGY, List.of(), Map.of());

        assertThat(Golden.text(out -> RankingCsv.write(SampleRating.METHODOLOGY, nobody, out)))
                .isEqualTo("rank,inn,name,industry,region,participation,c3,c4,c5,c6,total,indicator,class,"
                        + "participation_rank,industry_rank,previous_rank,rank_change,previous_indicator,warnings\n");
    }

    @Test
    void takesColumnsScaleAndIdentityFromTheMethodology() {
        Methodology parks = TestMethodology.ofParks().build();
        Company park = new Company("=ПАРК/7", "Парк-пример", "", "", Participation.DESK);
        Ranking ranking =
                Ranking.of(parks, List.of(Standing.of(parks, park, new int[] {9, 2}, new int[] {11}, 0)), Map.of());

        assertThat(Golden.text(out -> RankingCsv.write(parks, ranking, out)))
                .isEqualTo("rank,id,name,industry,region,participation,c1,c2,total,indicator,class,"
                        + "participation_rank,industry_rank,previous_rank,rank_change,previous_indicator,warnings\n"
                        + "1,'=ПАРК/7,Парк-пример,,,desk,9.0,2.0,11.0,61.11,,1,,,,,0\n");
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            writesTheRankedCompanies();
        } finally {
            Locale.setDefault(before);
        }
    }
}
