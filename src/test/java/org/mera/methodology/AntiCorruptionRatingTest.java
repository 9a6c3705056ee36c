package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.DocumentKind.ANNUAL_REPORT;
import static org.mera.methodology.DocumentKind.ASSOCIATION_STANDARD;
import static org.mera.methodology.DocumentKind.CONTRACT;
import static org.mera.methodology.DocumentKind.GUIDANCE;
import static org.mera.methodology.DocumentKind.LEGISLATION;
import static org.mera.methodology.DocumentKind.LOCAL_ACT;
import static org.mera.methodology.DocumentKind.NON_FINANCIAL_REPORT;
import static org.mera.methodology.DocumentKind.ORDER;
import static org.mera.methodology.DocumentKind.PARENT_DECISION;
import static org.mera.methodology.DocumentKind.PLAN;
import static org.mera.methodology.DocumentKind.PUBLICATION;
import static org.mera.methodology.DocumentKind.RECORD;
import static org.mera.methodology.DocumentKind.REPORT;
import static org.mera.methodology.DocumentKind.RESOLUTION;
import static org.mera.methodology.DocumentKind.RISK_REGISTER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped methodology against the facts of the official Table. */
class AntiCorruptionRatingTest {

    /** How many directions the Table has under each criterion, ten criteria a line; its empty bullets are none. */
    private static final List<Integer> DIRECTIONS = List.of(
            9, 3, 6, 3, 5, 5, 5, 4, 4, 4, //
            6, 5, 4, 6, 3, 10, 11, 7, 6, 7, //
            7, 5, 9, 5, 6, 5, 3, 5, 3, 4, //
            3, 5, 4, 4, 5, 7, 5, 6, 8, 5, //
            8, 10, 5, 3, 6, 6, 6, 4, 5, 6);

    private final Methodology rating = Methodologies.bundled("anti-corruption-rating");

    @Test
    void hasTheTablesSectionsAndCriteria() {
        assertThat(rating.sections())
                .extracting(section -> section.number() + ": "
                        + section.criteria().get(0).number() + "–"
                        + section.criteria().get(section.criteria().size() - 1).number())
                .containsExactly(
                        "1: 1–2", "2: 3–12", "3: 13–18", "4: 19–25", "5: 26–30", "6: 31–38", "7: 39–42", "8: 43–50");
        assertThat(rating.criterionCount()).isEqualTo(50);
        for (int number = 1; number <= 50; number++) {
            assertThat(rating.criterion(number)).contains(rating.criteria().get(number - 1));
            assertThat(rating.criteria().get(number - 1).number()).isEqualTo(number);
        }
        assertThat(rating.criterion(0)).isEmpty();
        assertThat(rating.criterion(51)).isEmpty();
    }

    @Test
    void hasEveryDirectionOfTheTable() {
        assertThat(rating.criteria())
                .extracting(criterion -> criterion.directions().size())
                .isEqualTo(DIRECTIONS);
    }

    @Test
    void partsTheTwoDirectionsThatTheTableRanTogether() {
        assertThat(rating.criterion(39).orElseThrow().directions().subList(3, 5))
                .extracting(LocalizedText::en)
                .containsExactly(
                        "evidence of conflicts of interest prevented and settled",
                        "evidence of anti-corruption training of all groups of trainees");
    }

    @Test
    void hasTheTablesCrossReferences() {
        Map<Integer, List<Integer>> references = rating.criteria().stream()
                .filter(criterion -> !criterion.dependsOn().isEmpty())
                .collect(Collectors.toMap(Criterion::number, Criterion::dependsOn));

        assertThat(references).isEqualTo(Map.of(2, List.of(1, 19), 12, List.of(7, 8, 9, 10, 11), 30, List.of(33, 34)));
    }

    @Test
    void speaksOfTheRatedYearInColumnSixAndInFourCriteriaOfColumnFive() {
        Map<Integer, Set<Integer>> bound = rating.criteria().stream()
                .filter(criterion -> !criterion.yearBound().isEmpty())
                .collect(Collectors.toMap(Criterion::number, Criterion::yearBound));

        assertThat(bound).isEqualTo(Map.of(43, Set.of(5), 45, Set.of(5), 47, Set.of(5), 48, Set.of(5)));
        assertThat(rating.columns())
                .filteredOn(Column::yearBound)
                .extracting(Column::number)
                .containsExactly(6);
    }

    @Test
    void expectsTheKindsOfDocumentOfEachColumn() {
        assertThat(rating.columns()).extracting(Column::heading).containsExactly("c3", "c4", "c5", "c6");
        assertThat(rating.columns())
                .extracting(Column::kinds)
                .containsExactly(
                        Set.of(
                                LOCAL_ACT,
                                RESOLUTION,
                                ORDER,
                                PLAN,
                                RISK_REGISTER,
                                RECORD,
                                PUBLICATION,
                                PARENT_DECISION,
                                ASSOCIATION_STANDARD,
                                LEGISLATION,
                                GUIDANCE),
                        Set.of(
                                LOCAL_ACT,
                                RESOLUTION,
                                ORDER,
                                PLAN,
                                RISK_REGISTER,
                                CONTRACT,
                                RECORD,
                                PARENT_DECISION,
                                ASSOCIATION_STANDARD,
                                LEGISLATION,
                                GUIDANCE),
                        Set.of(
                                LOCAL_ACT,
                                RESOLUTION,
                                ORDER,
                                PLAN,
                                RISK_REGISTER,
                                CONTRACT,
                                REPORT,
                                RECORD,
                                ANNUAL_REPORT,
                                NON_FINANCIAL_REPORT),
                        Set.of(
                                RESOLUTION,
                                ORDER,
                                PLAN,
                                RISK_REGISTER,
                                CONTRACT,
                                REPORT,
                                RECORD,
                                ANNUAL_REPORT,
                                NON_FINANCIAL_REPORT,
                                PUBLICATION));
    }

    @Test
    void hasAMaximumOfFiftyAColumnAndTwoHundredInAll() {
        assertThat(rating.scale().maximumUnits()).isEqualTo(2);
        assertThat(rating.columnMaximum()).isEqualTo(100);
        assertThat(rating.totalMaximum()).isEqualTo(400);
        assertThat(rating.scale().points(rating.columnMaximum())).isEqualTo("50.0");
        assertThat(rating.scale().points(rating.totalMaximum())).isEqualTo("200.0");
        assertThat(rating.scale().meanings())
                .extracting(LocalizedText::ru)
                .containsExactly(
                        "соответствие критерию не подтверждено",
                        "соответствие критерию подтверждено частично",
                        "соответствие критерию подтверждено полностью");
    }

    @Test
    void givesTheIndicatorExactly() {
        for (int units = 0; units <= 400; units++) {
            BigDecimal exact = BigDecimal.valueOf(25L * units, 2);
            assertThat(rating.indicator(units)).isEqualTo(exact);
        }
    }

    @Test
    void roundsASectionsShareHalfUp() {
        Section leadership = rating.sections().get(1);
        Section regulation = rating.sections().get(2);

        assertThat(rating.sectionPercent(leadership, 1)).isEqualTo("1.25");
        assertThat(rating.sectionPercent(regulation, 1)).isEqualTo("2.08");
        assertThat(rating.sectionPercent(regulation, 47)).isEqualTo("97.92");
        assertThat(rating.sectionPercent(rating.sections().get(5), 1)).isEqualTo("1.56");
        assertThat(rating.sectionPercent(rating.sections().get(5), 2)).isEqualTo("3.13");
    }

    @Test
    void isIdentifiedAndHasNoClassesOfItsOwn() {
        assertThat(rating.id()).isEqualTo("anti-corruption-rating");
        assertThat(rating.version()).isEqualTo("2025");
        assertThat(rating.title())
                .isEqualTo(new LocalizedText(
                        "Антикоррупционный рейтинг российского бизнеса", "Anti-Corruption Rating of Russian Business"));
        assertThat(rating.identification()).isEqualTo(Identification.INN);
        assertThat(rating.evidenceRequired()).isTrue();
        assertThat(rating.thresholds()).isEqualTo(new Thresholds(50, 20, 2));
        assertThat(rating.classes()).isEmpty();
        assertThat(rating.comparableWith()).isEmpty();
    }

    @Test
    void addsTheTablesFootnotes() {
        assertThat(rating.criteria())
                .filteredOn(criterion -> criterion.note().isPresent())
                .extracting(Criterion::number)
                .containsExactly(2, 12, 42);
    }

    @Test
    void saysEverythingInRussianAndEnglish() {
        assertThat(texts()).hasSize(1 + 3 + 2 * 4 + 8 + 50 + 276 + 3).allSatisfy(text -> {
            assertThat(text.ru()).containsPattern("[а-яё]").doesNotContainPattern("[a-z]{4}");
            assertThat(text.en()).containsPattern("[a-z]").doesNotContainPattern("\\p{IsCyrillic}");
        });
    }

    @Test
    void carriesNoTypingFaultOfTheTable() {
        String signs = "[^\\p{IsCyrillic}\\p{IsLatin}0-9 .,;:()«»„“\\-–/№']";
        assertThat(texts()).allSatisfy(text -> {
            for (String words : List.of(text.ru(), text.en())) {
                assertThat(words)
                        .doesNotContainPattern(signs)
                        .doesNotContainPattern("\\p{IsDevanagari}|<|&[a-z]+;|\\*\\*")
                        .doesNotContainPattern("\\p{IsCyrillic}[A-Za-z]|[A-Za-z]\\p{IsCyrillic}")
                        .doesNotContainPattern("  | $|^[-–•]|[;,]$");
            }
        });
    }

    @Test
    void saysNothingTwiceUnderOneCriterion() {
        assertThat(rating.criteria())
                .allSatisfy(criterion -> assertThat(criterion.directions()).doesNotHaveDuplicates());
        assertThat(rating.criteria()).extracting(Criterion::title).doesNotHaveDuplicates();
    }

    private List<LocalizedText> texts() {
        List<LocalizedText> texts = new ArrayList<>(List.of(rating.title()));
        texts.addAll(rating.scale().meanings());
        rating.columns().stream()
                .flatMap(column -> Stream.of(column.title(), column.shortTitle()))
                .forEach(texts::add);
        rating.sections().stream().map(Section::title).forEach(texts::add);
        rating.criteria().forEach(criterion -> {
            texts.add(criterion.title());
            texts.addAll(criterion.directions());
            criterion.note().ifPresent(texts::add);
        });
        return texts;
    }
}
