package org.mera.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mera.ranking.TestMethodology.aMethodology;
import static org.mera.ranking.TestMethodology.ofParks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mera.methodology.Methodology;

/** Of a methodology of three criteria in the columns 3 to 6, scored 0, 1 or 2 units. */
class DecisionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final Methodology METHODOLOGY = aMethodology().build();

    private final byte[] expert = {2, 1, 0, 1, 2, 2, 2, 1, 2, 2, 2, 1};

    @Test
    void laysTheLastDecisionOfEachCellOverTheExpertsScores() {
        Decisions decisions = decisions(
                decision("b", 3, 6, 2), decision("a", 1, 3, 0), decision("a", 1, 3, 1), decision("a", 2, 4, 0));

        assertThat(decisions.counting(METHODOLOGY, "a", expert)).containsExactly(1, 1, 0, 1, 2, 0, 2, 1, 2, 2, 2, 1);
        assertThat(decisions.counting(METHODOLOGY, "b", expert)).containsExactly(2, 1, 0, 1, 2, 2, 2, 1, 2, 2, 2, 2);
        assertThat(expert).containsExactly(2, 1, 0, 1, 2, 2, 2, 1, 2, 2, 2, 1);
        assertThat(decisions.decided()).containsExactly("a", "b");
    }

    @Test
    void leavesAloneWhomNothingWasDecidedOf() {
        assertThat(decisions(decision("a", 1, 3, 0)).counting(METHODOLOGY, "b", expert))
                .isSameAs(expert);
        assertThat(Decisions.NONE.counting(METHODOLOGY, "a", expert)).isSameAs(expert);
        assertThat(Decisions.NONE.isEmpty()).isTrue();
    }

    @Test
    void findsTheColumnByItsNumberInTheTable() {
        Methodology parks = ofParks().build();

        assertThat(decisions(decision("a", 2, 1, 3)).counting(parks, "a", new byte[6]))
                .containsExactly(0, 0, 3, 0, 0, 0);
    }

    @Test
    void keepsTheHistoryAndTellsWhatEachDecisionChanged() {
        Decision first = decision("a", 2, 4, 0);
        Decision other = decision("a", 1, 5, 2);
        Decision second = decision("a", 2, 4, 1);
        Decisions decisions = decisions(first, other, second);

        assertThat(decisions.all()).containsExactly(other, first, second);
        assertThat(decisions.standing("a")).containsExactly(other, second);
        assertThat(decisions.changes(METHODOLOGY, "a", expert))
                .containsExactly(
                        new DecidedCell(other, 0, true),
                        new DecidedCell(first, 2, false),
                        new DecidedCell(second, 0, true));
        assertThat(decisions.changes(METHODOLOGY, "a", null))
                .containsExactly(
                        new DecidedCell(other, DecidedCell.UNKNOWN, true),
                        new DecidedCell(first, DecidedCell.UNKNOWN, false),
                        new DecidedCell(second, 0, true));
        assertThat(decisions.changes(METHODOLOGY, "b", expert)).isEmpty();
    }

    @Test
    void anEmptyClassGivesTheCompanyBackToTheScale() {
        ClassDecision given = new ClassDecision("a", "A", "Пример", "№ 3", DAY);
        ClassDecision back = new ClassDecision("a", "", "Пример", "№ 4", DAY);
        ClassDecision other = new ClassDecision("b", "B", "Пример", "№ 3", DAY);
        Decisions decisions = Decisions.of(List.of(), List.of(other, given, back), Map.of());

        assertThat(decisions.scoreClass("a")).isEmpty();
        assertThat(decisions.scoreClass("b")).contains(other);
        assertThat(decisions.classes()).containsExactly(other);
        assertThat(decisions.classHistory("a")).containsExactly(given, back);
        assertThat(decisions.allClasses()).containsExactly(given, back, other);
    }

    @Test
    void takesLaterDecisionsAndWithdrawalsIn() {
        Withdrawal gone = new Withdrawal("a", "Ликвидирована");
        Decisions decisions = decisions(decision("a", 1, 3, 0)).with(List.of(decision("a", 1, 3, 2)), List.of());

        assertThat(decisions).isEqualTo(decisions(decision("a", 1, 3, 0), decision("a", 1, 3, 2)));
        assertThat(decisions.with(gone, true).withdrawn()).containsExactly(Map.entry("a", gone));
        assertThat(decisions.with(gone, true).isWithdrawn("a")).isTrue();
        assertThat(decisions.with(gone, true).with(gone, false)).isEqualTo(decisions);
    }

    @Test
    void refusesWhatTheMethodologyDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions(decision("a", 4, 3, 0)).counting(METHODOLOGY, "a", expert))
                .withMessage("The methodology sample-rating 2025 knows no criterion 4 in column 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions(decision("a", 1, 7, 0)).counting(METHODOLOGY, "a", expert))
                .withMessage("The methodology sample-rating 2025 knows no criterion 1 in column 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions(decision("a", 1, 3, 3)).counting(METHODOLOGY, "a", expert))
                .withMessage("The score 3 that was decided for a is not on the scale");
    }

    private static Decisions decisions(Decision... cells) {
        return Decisions.of(List.of(cells), List.of(), Map.of());
    }

    private static Decision decision(String company, int criterion, int column, int score) {
        return new Decision(company, criterion, column, score, "", "Пример", "№ 3", DAY);
    }
}
