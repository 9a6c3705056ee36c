package org.mera.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.mera.cycle.CycleException;
import org.mera.cycle.Revision;
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

    /** {@return the approval of a revision, whether it stands or not} */
    public Optional<StoredApproval> of(Revision revision) {
        return jdbc.sql(
                        """
                        select edition, protocol, approved_on, revision, log_entries, manifest_sha256
                        from approval
                        where year = :year and revision = :revision
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(JdbcApprovals::approval)
                .optional();
    }

    /** {@return why the cycle was opened again after the approval of a revision} Empty where that stands, or there is none. */
    public Optional<String> reopened(Revision revision) {
        return jdbc.sql(
                        """
                        select reopen_reason from approval
                        where year = :year and revision = :revision and reopen_act is not null
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(String.class)
                .optional();
    }

    /** {@return the approval that stands} Empty where the cycle is open. */
    public Optional<StoredApproval> standing(int year) {
        return jdbc.sql(
                        """
                        select edition, protocol, approved_on, revision, log_entries, manifest_sha256
                        from approval
                        where year = :year and reopen_act is null
                        """)
                .param("year", year)
                .query(JdbcApprovals::approval)
                .optional();
    }

    private static StoredApproval approval(ResultSet row, int index) throws SQLException {
        return new StoredApproval(
                new Approval(
                        row.getInt("edition"),
                        row.getString("protocol"),
                        row.getObject("approved_on", LocalDate.class)),
                row.getInt("revision"),
                row.getLong("log_entries"),
                row.getString("manifest_sha256"));
    }

    /** Stores an approval, within the caller's transaction, which holds the cycle's lock. */
    public void add(int year, long act, StoredApproval approval) {
        jdbc.sql(
                        """
                        insert into approval
                            (year, edition, act, revision, protocol, approved_on, log_entries, manifest_sha256)
                        values (:year, :edition, :act, :revision, :protocol, :date, :logEntries, :manifest)
                        """)
                .param("year", year)
                .param("edition", approval.approval().edition())
                .param("act", act)
                .param("revision", approval.revision())
                .param("protocol", approval.approval().protocol())
                .param("date", approval.approval().date())
                .param("logEntries", approval.logEntries())
                .param("manifest", approval.manifestSha256())
                .update();
    }

    /**
     * Stores that the approved set was restored, within the caller's transaction, which holds the cycle's lock. {@return whether its manifest is
     * another one than it was}
     */
    public boolean replaceManifest(int year, String manifestSha256) {
        return jdbc.sql(
                                """
                                update approval set manifest_sha256 = :manifest
                                where year = :year and reopen_act is null and manifest_sha256 <> :manifest
                                """)
                        .param("manifest", manifestSha256)
                        .param("year", year)
                        .update()
                > 0;
    }

    /** Ends the approval that stands, within the caller's transaction, which holds the cycle's lock. */
    public void reopen(int year, long act, String reason) {
        int ended = jdbc.sql(
                        """
                        update approval set reopen_act = :act, reopen_reason = :reason
                        where year = :year and reopen_act is null
                        """)
                .param("act", act)
                .param("reason", reason)
                .param("year", year)
                .update();
        if (ended != 1) {
            throw new IllegalStateException(ended + " approvals of " + year + " stood");
        }
    }

    /** {@return which edition of the cycle a revision is of: one more than were approved and reopened} */
    public int edition(int year) {
        return jdbc.sql("select count(*) + 1 from approval where year = :year and reopen_act is not null")
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
