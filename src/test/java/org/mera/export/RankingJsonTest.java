package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.RatingFacts;
import org.mera.methodology.Methodology;
import org.mera.ranking.Agreement;
import org.mera.ranking.Counts;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.Sensitivity;
import org.mera.ranking.TestMethodology;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;
import org.mera.scoring.Decisions;
import org.mera.scoring.Withdrawal;
import org.mera.submission.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RankingJsonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Test
    void writesTheRankingWithEveryLayer() {
        Golden.assertWrites("ranking.json", out -> write(SampleRating.companies(), out));
    }

    @Test
    void tellsWhatTheCommitteeHasDecided() {
        String first = SampleRating.inn(1);
        String fifth = SampleRating.inn(5);
        Decisions decisions = Decisions.of(
                List.of(
                        decision(first, 3, 6, 2, "Подтверждено", "Д1 п. 2"),
                        decision(first, 1, 4, 0, "Снято \"до выяснения\"", ""),
                        decision(first, 1, 4, 2, "Выяснено", ""),
                        decision(SampleRating.inn(6), 1, 4, 1, "Пока отклонена", "")),
                List.of(
                        new ClassDecision(first, "A", "За открытость", "№ 3", DAY),
                        new ClassDecision(fifth, "B", "Решено", "№ 3", DAY),
                        new ClassDecision(fifth, "", "Отменено", "№ 4", DAY)),
                Map.of(SampleRating.inn(7), new Withdrawal(SampleRating.inn(7), "Ликвидирована")));

        Golden.assertWrites(
                "ranking-decided.json",
                out -> RankingJson.write(
                        SampleRating.METHODOLOGY,
                        2025,
                        SampleRating.COUNTS,
                        facts(decisions),
                        SampleRating.companies().iterator(),
                        out));
    }

    private static Decision decision(
            String company, int criterion, int column, int score, String reason, String evidence) {
        return new Decision(company, criterion, column, score, evidence, reason, "№ 3", DAY);
    }

    private static RatingFacts facts(Decisions decisions) {
        return new RatingFacts(
                new CommitteeRecord(decisions, List.of(), 1, null),
                PreviousRanking.NONE,
                Agreement.NONE,
                Sensitivity.NONE);
    }

    @Test
    void isSoundJson() {
        JsonNode json = JsonMapper.shared().readTree(Golden.text(out -> write(SampleRating.companies(), out)));

        assertThat(json.path("companies").size()).isEqualTo(5);
        assertThat(json.path("not_ranked").size()).isEqualTo(2);
        assertThat(json.at("/companies/1/layers/0/scores/2/3").decimalValue()).isEqualTo("0.5");
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            writesTheRankingWithEveryLayer();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isWholeWithoutCompanies() {
        Methodology parks = TestMethodology.ofParks().build();

        assertThat(Golden.text(out -> RankingJson.write(
                        parks, 2025, new Counts(0, 0, 0, 0, 0, 0), RatingFacts.NONE, Collections.emptyIterator(), out)))
                .isEqualTo(
                        """
                        {
                         "year": 2025,
                         "methodology": {
                          "id": "sample-parks",
                          "version": "2025",
                          "sha256": "%s",
                          "title": {"ru":"Рейтинг-пример","en":"Sample rating"},
                          "identification": "code",
                          "scale": {"step":1.0,"maximum":3.0},
                          "maximum": {"column":9.0,"total":18.0},
                          "columns": [
                           {"number":1,"heading":"c1","title":{"ru":"Столбец 1","en":"Column 1"}},
                           {"number":2,"heading":"c2","title":{"ru":"Столбец 2","en":"Column 2"}}
                          ],
                          "sections": [
                           {"number":1,"title":{"ru":"Раздел 1","en":"Section 1"},"criteria":[1,2,3]}
                          ]
                         },
                         "counts": {"registered":0,"handed_in":0,"accepted":0,"rejected":0,"warned":0,"ranked":0,"withdrawn":0},
                         "previous": null,
                         "classes": null,
                         "agreement": {
                          "company_expert": null,
                          "experts": null,
                          "pairs": []
                         },
                         "sensitivity": null,
                         "companies": [],
                         "not_ranked": []
                        }
                        """
                                .formatted(parks.sha256()));
    }

    @Test
    void refusesCompaniesOutOfOrder() {
        for (int i = 1; i < SampleRating.companies().size(); i++) {
            List<CompanyLayers> companies = new ArrayList<>(SampleRating.companies());
            Collections.swap(companies, i - 1, i);
            String message = "Companies out of order: " + companies.get(i - 1).company() + " before "
                    + companies.get(i).company();

            assertThatIllegalStateException()
                    .isThrownBy(() -> write(companies, new ByteArrayOutputStream()))
                    .withMessage(message);
        }
    }

    @Test
    void refusesMoreOrFewerRankedCompaniesThanAreCounted() {
        List<CompanyLayers> companies =
                SampleRating.companies().subList(1, SampleRating.companies().size());

        assertThatIllegalStateException()
                .isThrownBy(() -> write(companies, new ByteArrayOutputStream()))
                .withMessage("5 companies are counted as ranked, 4 came");
    }

    @Test
    void refusesToRankWhatWasNotAccepted() {
        CompanyLayers first = SampleRating.companies().get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompanyLayers(
                        first.company(), "", Submission.Status.REJECTED, first.ranked(), 1, 0, List.of()))
                .withMessage(first.company() + " is rejected and cannot be ranked");
    }

    @Test
    void handsOnAFailureOfTheStreamAsItIs() {
        IOException full = new IOException("full");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };

        assertThatThrownBy(() -> write(SampleRating.companies(), broken)).isSameAs(full);
    }

    private static void write(List<CompanyLayers> companies, OutputStream out) throws IOException {
        RankingJson.write(
                SampleRating.METHODOLOGY, 2025, SampleRating.COUNTS, RatingFacts.NONE, companies.iterator(), out);
    }
}
