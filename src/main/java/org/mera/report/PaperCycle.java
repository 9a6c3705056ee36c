package org.mera.report;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What every paper says of the rating that it belongs to.
 *
 * @param rating      the rating's title in the reader's language
 * @param year        the rated year
 * @param methodology the version of the methodology
 * @param cutoff      the last date that a cited document may bear
 * @param revision    which set of inputs it was printed from; stands in the foot and in no fingerprint
 * @param approval    null as long as the result is preliminary
 */
public record PaperCycle(
        String rating, int year, String methodology, LocalDate cutoff, int revision, @Nullable Approval approval) {

    /**
     * The committee's approval.
     *
     * @param protocol its number and date
     * @param date     of the approval
     * @param edition  1… of the cycle; the first is not mentioned
     */
    public record Approval(String protocol, LocalDate date, int edition) {

        public Approval(String protocol, LocalDate date) {
            this(protocol, date, 1);
        }
    }

    /** {@return the same of a paper that was printed in another revision} */
    PaperCycle inRevision(int number) {
        return new PaperCycle(rating, year, methodology, cutoff, number, approval);
    }

    /** {@return the last day that the rating speaks of} A paper's file bears it in place of the day of printing, which would change its bytes. */
    LocalDate endOfYear() {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    String title(Wording wording) {
        return wording.text("cycle.title", rating, year);
    }

    String state(Wording wording) {
        if (approval == null) {
            return wording.text("cycle.preliminary");
        }
        String approved = wording.text("cycle.approved", approval.protocol(), wording.date(approval.date()));
        return approval.edition() == 1 ? approved : wording.text("cycle.edition", approved, approval.edition());
    }
}
