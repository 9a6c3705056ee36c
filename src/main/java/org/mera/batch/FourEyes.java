package org.mera.batch;

import java.util.Optional;
import org.mera.committee.JdbcCommitteeActs;
import org.springframework.stereotype.Component;

/** Who has entered what the committee decided does not approve it, unless the agency lets the same person do both. */
@Component
public class FourEyes {

    private final JdbcCommitteeActs acts;
    private volatile boolean required = true;

    FourEyes(JdbcCommitteeActs acts) {
        this.acts = acts;
    }

    /** Says whether two people are needed. Those who act on the command line have no account to be compared. */
    public void require(boolean two) {
        required = two;
    }

    /** {@return what stands against this thread's account approving a cycle} */
    public Optional<String> against(int year) {
        return required
                ? Acting.account()
                        .filter(account -> acts.hasEntered(year, account))
                        .map(account -> account + " has entered decisions, withdrawals or verifications of " + year
                                + " and may not approve them; let another member of the committee approve")
                : Optional.empty();
    }
}
