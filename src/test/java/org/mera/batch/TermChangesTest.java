package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mera.cycle.Revision;

final class TermChangesTest {

    private static final Revision MADE = revision(
            "1f", LocalDate.of(2026, 4, 30), 1, "language=ru reports=true papers=aa classes=A>=75,B a>=50 previous=bb");

    @Test
    void saysOfEachTermThatItHasChanged() {
        assertThat(TermChanges.between(
                        MADE,
                        revision(
                                "2f",
                                LocalDate.of(2026, 5, 31),
                                2,
                                "language=en reports=true papers=ab texts=cc classes=A>=75 classes-version=2"
                                        + " disagreement=0.12")))
                .containsExactly(
                        "the methodology has changed",
                        "the cutoff has changed from 2026-04-30 to 2026-05-31",
                        "the program checks by rules of version 2 instead of 1",
                        "the job's language has changed",
                        "the files that papers are printed by have changed",
                        "the official texts have changed",
                        "the job's classes have changed",
                        "the version of the job's classes has changed",
                        "the job's disagreement has changed",
                        "the ranking of the year before has changed");
    }

    @Test
    void saysNothingOfTheActsAndTheApproval() {
        assertThat(TermChanges.between(
                        MADE,
                        revision("1f", MADE.cutoff(), 1, MADE.outputOptions() + " approval=1:№ 3")
                                .withLastAct(9)))
                .isEmpty();
    }

    private static Revision revision(String methodology, LocalDate cutoff, int rules, String options) {
        return new Revision(2025, 1, methodology, cutoff, rules, options, 0, "3f", Revision.State.COMPLETED);
    }
}
