package org.mera.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.audit.JdbcAuditLog;
import org.mera.committee.Approval;
import org.mera.cycle.RunSettings;
import org.springframework.stereotype.Component;

/** What the audit log says of runs. Each is written within the transaction that stores what it tells. */
@Component
class RunLogEntries {

    private static final String RUN = "run";

    private final JdbcAuditLog log;

    RunLogEntries(JdbcAuditLog log) {
        this.log = log;
    }

    void begun(RunSettings settings, long run, @Nullable Approval approval, Instant now) {
        log.append(
                settings.year(),
                now,
                Holder.name(),
                RUN,
                subject(run),
                "",
                "begun" + (approval == null ? "" : ", to approve by protocol " + approval.protocol()));
    }

    /** The process of these runs is gone; whoever finds that out says so. */
    void abandoned(int year, List<Long> runs, Instant now) {
        for (long run : runs) {
            log.append(year, now, Holder.name(), RUN, subject(run), "", "failed: the process ended in the middle");
        }
    }

    void failed(int year, long run, String cause, Instant now) {
        log.append(year, now, Holder.name(), RUN, subject(run), "", "failed: " + cause);
    }

    /** @param manifestSha256 of the set that lies in the folder now */
    void completed(int year, long run, int revision, int ranked, String manifestSha256, Instant now) {
        log.append(
                year,
                now,
                Holder.name(),
                RUN,
                subject(run),
                "",
                "completed, revision " + revision + ", ranked " + ranked + ", manifest SHA-256 " + manifestSha256);
    }

    private static String subject(long run) {
        return "run " + run;
    }
}
