package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.mera.methodology.Methodology;

/** Checks thoroughly and at a glance, and holds both to the same. */
final class BothCheckers {

    private final Methodology methodology;
    private final Checker thorough;
    private final QuickChecker quick;
    private int seenAtAGlance;
    private int warnedAtAGlance;

    BothCheckers(Methodology methodology, int year, LocalDate cutoff) {
        this.methodology = methodology;
        this.thorough = new Checker(methodology, year, cutoff);
        this.quick = new QuickChecker(methodology, year, cutoff);
    }

    /** {@return what the thorough check says} What the quick one calls sound, if it does, is the same. */
    Submission check(CompanyFile file) {
        Submission submission = thorough.check(file);
        Optional<Outcome> glance = quick.check(file);
        if (glance.isPresent()) {
            seenAtAGlance++;
            warnedAtAGlance += glance.get().problems().isEmpty() ? 0 : 1;
            assertThat(glance.get())
                    .usingRecursiveComparison()
                    .ignoringCollectionOrderInFields("problems")
                    .isEqualTo(Outcome.of(submission, Places.of(file), methodology));
        }
        return submission;
    }

    /** {@return how many submissions were seen to be sound at a glance} */
    int seenAtAGlance() {
        return seenAtAGlance;
    }

    /** {@return in how many of them something was found that has to be verified} */
    int warnedAtAGlance() {
        return warnedAtAGlance;
    }
}
