package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.report.CommitteePaperBuilder.aPaper;
import static org.mera.report.CommitteePaperBuilder.inn;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mera.committee.CommitteeRecord;
import org.mera.committee.RatingFacts;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;
import org.mera.methodology.ScoreClass;
import org.mera.ranking.Comparability;
import org.mera.ranking.Mean;
import org.mera.ranking.PastRank;
import org.mera.ranking.PastSums;
import org.mera.ranking.PreviousRanking;
import org.mera.ranking.ReliabilityTally;
import org.mera.ranking.ScoredTable;
import org.mera.ranking.TestMethodology;

/** What the papers say of agreement, of the sensitivity of places, of the year before and of classes. */
class ReliabilityPaperTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Methodology METHODOLOGY =
            TestMethodology.aMethodology().build();
    private static final byte[] LOW = {0, 1, 0, 1, 0, 0, 0, 0, 2, 2, 2, 2};
    private static final byte[] HIGH = {0, 1, 0, 2, 0, 0, 1, 0, 2, 2, 2, 2};

    @Test
    void tellsHowFarAssessorsAgreeAndWhatThatRestsOn() {
        ReliabilityTally tally = new ReliabilityTally(METHODOLOGY);
        tally.add(
                inn(1),
                List.of(
                        new ScoredTable(true, "", false, HIGH),
                        new ScoredTable(false, "Иванова", true, LOW),
                        new ScoredTable(false, "Орлов", false, HIGH),
                        new ScoredTable(false, "", false, LOW)),
                LOW);
        tally.add(inn(2), List.of(new ScoredTable(false, "Орлов", true, HIGH)), HIGH);
        byte[] pdf = pdf(paper(tally));

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(PdfText.of(pdf).running())
                .contains(
                        "Компания и эксперт равных, % каппа альфа Всего (компаний: 1; пар оценок: 12) 83,33 0,829 0,903"
                                + " 1. Раздел 1 (8) 75,00")
                .contains("2. Раздел 2 (4) 100,00 не опр. не опр.")
                .contains(
                        "Эксперты между собой равных, % каппа альфа Всего (компаний: 1; пар оценок: 36) 88,89 — 0,934")
                .contains("Пары экспертов")
                .contains("без имени — Иванова (компаний: 1; пар оценок: 12) 100,00 1,000 1,000")
                .contains("Иванова — Орлов (компаний: 1; пар оценок: 12) 83,33")
                .contains("Доля оценок, сдвинутых на шаг: как расходятся эксперты этого рейтинга 11,11 %")
                .contains("Разыграно рейтингов 2000")
                .contains("это не доверительный интервал")
                .contains("Под местом — между какими местами компания остаётся")
                .contains("1 Пример-002 заочный")
                .contains("1–2");
    }

    @Test
    void saysThatNothingWasScoredTwice() {
        ReliabilityTally tally = new ReliabilityTally(METHODOLOGY);
        tally.add(inn(1), List.of(new ScoredTable(false, "Иванова", true, LOW)), LOW);

        assertThat(PdfText.of(pdf(paper(tally))).running())
                .contains(
                        "Компания и эксперт Нет компаний, у которых есть и собственная исправная оценка, и учтённая оценка эксперта.")
                .contains("Эксперты между собой Ни одну компанию не оценивали два эксперта.")
                .contains("Чувствительность места к оценкам Не вычислена: совместно оценено экспертами")
                .doesNotContain("Пары экспертов")
                .doesNotContain("Под местом — между какими местами");
    }

    @Test
    void comparesMappedCriteriaAndSaysWhyNoMoreWhereTheVersionIsAnother() {
        TreeMap<Integer, Mean> criteria = new TreeMap<>();
        criteria.put(3, new Mean(3, new BigDecimal("1.00"), new BigDecimal("4.0"), new BigDecimal("25.00")));
        PreviousRanking previous = new PreviousRanking(
                2024,
                "2024",
                Comparability.OTHER_VERSION,
                new TreeMap<>(),
                new PastSums(null, new TreeMap<>(), new TreeMap<>(), criteria));
        ReliabilityTally tally = new ReliabilityTally(METHODOLOGY);

        String text = PdfText.of(pdf(aPaper(METHODOLOGY)
                        .company(inn(1), "Пример-001", "", Participation.DESK, LOW)
                        .facts(new RatingFacts(
                                CommitteeRecord.NONE, previous, tally.agreement(), tally.sensitivity(null)))
                        .lastYear(Objects.requireNonNull(CommitteePaper.LastYear.of(previous)))
                        .build()))
                .running();

        assertThat(text)
                .contains(
                        "Рейтинг за 2024 год составлен по версии методики 2024, которую нынешняя не объявляет сопоставимой")
                .contains(
                        "Сопоставимые критерии в 2024 году, % сейчас, % к 2024 году, п. п. 3. Критерий 3 25,00 100,00 +75,00")
                .contains("Среднее 5,00 41,67");
    }

    @Test
    void tellsACompanyItsClassTheScaleAndTheWayToTheNext() {
        Methodology classed = METHODOLOGY.withClasses(
                List.of(new ScoreClass("A", new BigDecimal("75")), new ScoreClass("B", new BigDecimal("40"))),
                "2026-1");

        assertThat(profile(classed, 11, PreviousRanking.NONE))
                .contains("Класс рейтинга: B (шкала классов 2026-1)")
                .contains("До класса A не хватает баллов: 3,5; шагов по 0,5: 7");
        assertThat(profile(classed, 9, PreviousRanking.NONE))
                .contains("Класс рейтинга: ниже всех классов")
                .contains("До класса B не хватает баллов: 0,5; шагов по 0,5: 1");
        assertThat(profile(classed, 18, PreviousRanking.NONE))
                .contains("Класс рейтинга: A (шкала классов 2026-1)")
                .doesNotContain("не хватает");
        assertThat(profile(METHODOLOGY, 18, PreviousRanking.NONE)).doesNotContain("Класс рейтинга");
    }

    @Test
    void tellsACompanyWhyItsPlacesAreNotCompared() {
        TreeMap<String, PastRank> ranks = new TreeMap<>();
        ranks.put(InventedCompany.INN, new PastRank(3, "50.00"));

        assertThat(profile(
                        METHODOLOGY, 11, new PreviousRanking(2024, "2024", Comparability.OTHER_VERSION, ranks, null)))
                .contains("версии методики 2024, которую нынешняя не объявляет сопоставимой: места не сравниваются.");
        assertThat(profile(METHODOLOGY, 11, PreviousRanking.NONE)).contains("Сопоставимых данных за прошлый год");
    }

    private static String profile(Methodology methodology, int units, PreviousRanking previous) {
        InventedCompany company = new InventedCompany(methodology);
        int left = units;
        for (int criterion = 1; criterion <= methodology.criterionCount(); criterion++) {
            for (int column = 0; column < methodology.columns().size(); column++) {
                int score = Math.min(left, methodology.scale().maximumUnits());
                company.score(criterion, column, score, "");
                left -= score;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompanyPapers(Papers.of(RUSSIAN, null), methodology, OfficialTexts.NONE, previous)
                .print(company.paper(RUSSIAN, 7, null), out);
        return PdfText.of(out.toByteArray()).running();
    }

    private static CommitteePaper paper(ReliabilityTally tally) {
        return aPaper(METHODOLOGY)
                .company(inn(1), "Пример-001", "", Participation.DESK, LOW)
                .company(inn(2), "Пример-002", "", Participation.DESK, HIGH)
                .facts(new RatingFacts(
                        CommitteeRecord.NONE, PreviousRanking.NONE, tally.agreement(), tally.sensitivity(null)))
                .build();
    }

    private static byte[] pdf(CommitteePaper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CommitteePapers(Papers.of(RUSSIAN, null)).print(paper, out);
        return out.toByteArray();
    }
}
