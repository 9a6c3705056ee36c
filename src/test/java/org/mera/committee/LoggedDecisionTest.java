package org.mera.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoggedDecisionTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 12);

    @Test
    void readsBackWhateverWasTyped() {
        List<LoggedDecision> decisions = List.of(
                new LoggedDecision("7707083893", "7/5", "0.5", "1.0", "№ 3; доп.", DATE, "a); 7707083893 7/6 1.0 (x)"),
                new LoggedDecision("Парк 7", "50/6", "0.0", "0.5", "3 of 4", DATE, "class 7/5 9.0;"),
                new LoggedDecision("7707083893", "", "", "A; B;", "№ 4", DATE, "две\nстроки"),
                new LoggedDecision("7707083893", "", "A; B;", "", "№ 5", DATE, "—"));

        assertThat(LoggedDecision.of(LoggedDecision.before(decisions), LoggedDecision.after(decisions)))
                .isEqualTo(decisions);
    }

    @Test
    void saysHowItWasAndHowItIsByWhichProtocolAndWhy() {
        List<LoggedDecision> decisions = List.of(
                new LoggedDecision("7707083893", "7/5", "0.5", "1.0", "№ 3", DATE, "приказ; найден"),
                new LoggedDecision("7707083893", "", "", "A", "№ 3", DATE, "порог"));

        assertThat(LoggedDecision.before(decisions)).isEqualTo("7707083893 7/5 0.5; 7707083893 class —");
        assertThat(LoggedDecision.after(decisions))
                .isEqualTo("7707083893 7/5 1.0 (protocol № 3 of 2026-03-12: приказ;; найден);"
                        + " 7707083893 class A (protocol № 3 of 2026-03-12: порог)");
    }

    @Test
    void understandsNothingElse() {
        assertThat(LoggedDecision.of("", "")).isEmpty();
        assertThat(LoggedDecision.of("7707083893 7/5 0.5", "7707083893 7/5 1.0"))
                .isEmpty();
        assertThat(LoggedDecision.of(
                        "7707083893 7/5 0.5; 7707083893 7/6 0.5", "7707083893 7/5 1.0 (protocol 3 of 2026-03-12: x)"))
                .isEmpty();
    }
}
