package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mera.methodology.Methodology;

class ReliabilityTallyTest {

    /** Three criteria in two sections (two and one), four columns, scores of 0 to 2 units: twelve cells. */
    private static final Methodology METHODOLOGY =
            TestMethodology.aMethodology().build();

    private static final byte[] LOW = {0, 1, 0, 1, 0, 0, 0, 0, 2, 2, 2, 2};
    private static final byte[] HIGH = {0, 1, 0, 2, 0, 0, 1, 0, 2, 2, 2, 2};

    private final ReliabilityTally tally = new ReliabilityTally(METHODOLOGY);

    @Test
    void comparesTheCompanyWithTheExpertWhoCounts() {
        tally.add("1", List.of(own(HIGH), expert("Иванова", true, LOW)), LOW);
        tally.add("2", List.of(own(LOW), expert("Иванова", true, LOW), expert("Орлов", false, HIGH)), LOW);

        AgreementGroup group = tally.agreement().withCompany();

        assertThat(group.companies()).isEqualTo(2);
        assertThat(group.all().pairs()).isEqualTo(24);
        assertThat(group.all().equal()).isEqualTo(22);
        assertThat(group.all().percentEqual()).contains(new BigDecimal("91.67"));
        assertThat(group.all().kappa()).isEqualTo(Coefficient.of(new BigDecimal("0.913")));
        assertThat(group.sections()).hasSize(2);
        assertThat(group.sections().get(0).pairs()).isEqualTo(16);
        assertThat(group.sections().get(1))
                .isEqualTo(new AgreementFigures(8, 8, Coefficient.ALL_EQUAL, Coefficient.ALL_EQUAL));
    }

    @Test
    void comparesEachTwoExpertsWhateverTheCaseOfTheirNames() {
        tally.add("1", List.of(expert("орлов", false, HIGH), expert("Иванова", true, LOW)), LOW);
        tally.add("2", List.of(expert("ИВАНОВА", true, LOW), expert("Орлов", false, LOW)), LOW);

        Agreement agreement = tally.agreement();

        assertThat(agreement.pairs()).hasSize(1);
        Agreement.Pair pair = agreement.pairs().get(0);
        assertThat(List.of(pair.first(), pair.second())).containsExactly("ИВАНОВА", "Орлов");
        assertThat(pair.group().companies()).isEqualTo(2);
        assertThat(pair.group().all().equal()).isEqualTo(22);
        assertThat(agreement.amongExperts()).isEqualTo(pair.group());
        assertThat(agreement.withCompany().all()).isEqualTo(AgreementFigures.NONE);
    }

    @Test
    void hasNoKappaAmongMoreThanTwoExperts() {
        tally.add("1", List.of(expert("А", true, LOW), expert("Б", false, HIGH), expert("В", false, LOW)), LOW);

        Agreement agreement = tally.agreement();

        assertThat(agreement.pairs()).extracting(Agreement.Pair::first).containsExactly("А", "А", "Б");
        assertThat(agreement.pairs()).extracting(Agreement.Pair::second).containsExactly("Б", "В", "В");
        assertThat(agreement.amongExperts().all().pairs()).isEqualTo(36);
        assertThat(agreement.amongExperts().all().equal()).isEqualTo(32);
        assertThat(agreement.amongExperts().all().kappa()).isEqualTo(Coefficient.ONLY_FOR_TWO);
        assertThat(agreement.amongExperts().all().alpha().value()).isEqualTo("0.934");
    }

    @Test
    void rangesPlacesByTheRateAtWhichExpertsDiffer() {
        tally.add("1", List.of(expert("А", true, LOW), expert("Б", false, HIGH)), LOW);
        tally.add("2", List.of(expert("А", true, HIGH)), HIGH);

        Sensitivity sensitivity = tally.sensitivity(new BigDecimal("0.4"));

        assertThat(sensitivity.source()).isEqualTo(Sensitivity.Source.EXPERTS);
        assertThat(sensitivity.rate()).isEqualTo("0.1667");
        assertThat(sensitivity.draws()).isEqualTo(2000);
        assertThat(sensitivity.range("1")).contains(new RankRange(1, 2));
        assertThat(sensitivity.range("3")).isEmpty();
    }

    @Test
    void rangesPlacesByTheJobsRateWhereExpertsDoNotTell() {
        tally.add("1", List.of(expert("А", true, LOW)), LOW);

        assertThat(tally.sensitivity(new BigDecimal("0.12")))
                .isEqualTo(new Sensitivity(
                        Sensitivity.Source.JOB,
                        new BigDecimal("0.1200"),
                        2000,
                        java.util.Map.of("1", new RankRange(1, 1))));
    }

    @Test
    void rangesNothingWhereNoRateIsKnown() {
        tally.add("1", List.of(expert("А", true, LOW)), LOW);

        assertThat(tally.sensitivity(null)).isEqualTo(Sensitivity.NONE);
        assertThat(tally.agreement().amongExperts().all()).isEqualTo(AgreementFigures.NONE);
    }

    @Test
    void refusesAnotherNumberOfCells() {
        assertThatThrownBy(() -> tally.add("1", List.of(own(LOW), expert("А", true, new byte[3])), LOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 scores are no Table of 12 cells");
    }

    private static ScoredTable own(byte[] scores) {
        return new ScoredTable(true, "", false, scores);
    }

    private static ScoredTable expert(String name, boolean counts, byte[] scores) {
        return new ScoredTable(false, name, counts, scores);
    }
}
