package org.mera.committee;

import org.mera.cycle.CycleException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The approvals of the cycles. */
@Repository
public class JdbcApprovals implements ApprovalCheck {

    private final JdbcClient jdbc;

    public JdbcApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void requireOpen(int year) {
        jdbc.sql("select protocol from approval where year = :year and reopen_act is null")
                .param("year", year)
                .query(String.class)
                .optional()
                .ifPresent(protocol -> {
                    throw new CycleException("The cycle of " + year + " is approved (" + protocol
                            + "); to change it: mera reopen --year " + year + " --reason …");
                });
    }

    /** {@return which edition of the cycle a revision is of: one more than were approved and reopened} */
    public int edition(int year) {
        return jdbc.sql("select count(*) + 1 from approval where year = :year and reopen_act is not null")
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
