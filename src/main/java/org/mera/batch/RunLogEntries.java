package org.mera.batch;

import java.time.Instant;
import java.util.List;
import org.mera.audit.JdbcAuditLog;
import org.mera.cycle.RunSettings;
import org.springframework.stereotype.Component;

/** What the audit log says of runs. Each is written within the transaction that stores what it tells. */
@Component
class RunLogEntries {

    private static final String RUN = "run";
    private static final String BEGUN = "begun";

    private final JdbcAuditLog log;

    RunLogEntries(JdbcAuditLog log) {
        this.log = log;
    }

    void begun(RunSettings settings, long run, Instant now) {
        log.append(settings.year(), now, Holder.name(), RUN, subject(run), "", BEGUN);
    }

    /** The process of these runs is gone; whoever finds that out says so. */
    void abandoned(int year, List<Long> runs, Instant now) {
        for (long run : runs) {
            log.append(year, now, Holder.name(), RUN, subject(run), BEGUN, "failed: the process ended in the middle");
        }
    }

    void failed(int year, long run, String cause, Instant now) {
        log.append(year, now, Holder.name(), RUN, subject(run), BEGUN, "failed: " + cause);
    }

    /** @param manifestSha256 of the set that lies in the folder now */
    void completed(int year, long run, int revision, String manifestSha256, Instant now) {
        log.append(
                year,
                now,
                Holder.name(),
                RUN,
                subject(run),
                BEGUN,
                "completed, revision " + revision + ", manifest SHA-256 " + manifestSha256);
    }

    private static String subject(long run) {
        return "run " + run;
    }
}
