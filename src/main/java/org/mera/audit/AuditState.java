package org.mera.audit;

import java.util.List;

/**
 * What the audit log is like.
 *
 * @param entries how many there are
 * @param last    the last one of each year, by year
 * @param broken  those that are not what was written, or do not come after the one before
 * @param missing those that there must be by what is stored beside the log
 */
public record AuditState(long entries, List<AuditEntry> last, List<AuditEntry> broken, List<MissingEntry> missing) {

    public AuditState {
        last = List.copyOf(last);
        broken = List.copyOf(broken);
        missing = List.copyOf(missing);
    }

    /** {@return the same, and what is missing} */
    public AuditState lacking(List<MissingEntry> entriesMissing) {
        return new AuditState(entries, last, broken, entriesMissing);
    }

    /** {@return whether nothing was changed, taken out or put between} What was cut off at the end shows by what is stored beside the log, and by the last hash. */
    public boolean isSound() {
        return broken.isEmpty() && missing.isEmpty();
    }
}
