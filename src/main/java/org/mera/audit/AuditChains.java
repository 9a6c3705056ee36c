package org.mera.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at entries of the audit log, year by year and number by number, and finds where their chains are broken. */
public final class AuditChains {

    private static final int MOST_BROKEN = 100;

    private final List<AuditEntry> last = new ArrayList<>();
    private final List<AuditEntry> broken = new ArrayList<>();
    private long entries;
    private @Nullable AuditEntry former;

    /** Looks at the next entry. */
    public void add(AuditEntry entry) {
        if (former != null && former.year() != entry.year()) {
            last.add(former);
            former = null;
        }
        // Where much was changed the first hundred show it.
        if (!entry.isSoundAfter(former) && broken.size() < MOST_BROKEN) {
            broken.add(entry);
        }
        entries++;
        former = entry;
    }

    /** {@return what was found in all of them} */
    public AuditState state() {
        List<AuditEntry> ends = new ArrayList<>(last);
        if (former != null) {
            ends.add(former);
        }
        return new AuditState(entries, ends, broken, List.of());
    }
}
