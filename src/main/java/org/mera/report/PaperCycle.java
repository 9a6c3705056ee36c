package org.mera.report;

import java.time.LocalDate;
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
