package org.mera.audit;

import java.util.List;

/**
 * What the audit log is like.
 *
 * @param entries how many there are
 * @param last    the last one of each year, by year
 * @param broken  those that are not what was written, or do not come after the one before
 */
public record AuditState(long entries, List<AuditEntry> last, List<AuditEntry> broken) {

    public AuditState {
        last = List.copyOf(last);
        broken = List.copyOf(broken);
    }

    /** {@return whether nothing was changed, taken out or put between} What was cut off at the end shows by the last hash alone. */
    public boolean isSound() {
        return broken.isEmpty();
    }
}
