package org.mera.submission;

import java.time.LocalDate;
import org.mera.methodology.Methodology;

/** Checks planned companies one after another: at a glance what is plainly without a fault, all else thoroughly. Not thread-safe. */
public final class CompanyChecker {

    private final Methodology methodology;
    private final QuickChecker quick;
    private final Checker thorough;

    /**
     * Checks against a register and with documents.
     *
     * @param year   the rated year
     * @param cutoff the last date that a cited document may bear
     */
    public CompanyChecker(Methodology methodology, int year, LocalDate cutoff) {
        this.methodology = methodology;
        this.quick = new QuickChecker(methodology, year, cutoff);
        this.thorough = new Checker(methodology, year, cutoff);
    }

    /** {@return what became of what was handed in for the company} */
    public Outcome check(PlannedCompany planned) {
        return quick.check(planned.file()).orElseGet(() -> thoroughly(planned));
    }

    private Outcome thoroughly(PlannedCompany planned) {
        CompanyFile file = planned.file();
        Submission submission = thorough.check(file).withAbsence(file, planned.rejectedFiles());
        return Outcome.of(submission, Places.of(file), methodology);
    }
}
