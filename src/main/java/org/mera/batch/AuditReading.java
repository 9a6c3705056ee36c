package org.mera.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditEntry;
import org.mera.audit.JdbcAuditLog;
import org.springframework.stereotype.Component;

/** Reads the audit log, each year's chain from its beginning. */
@Component
class AuditReading implements AuditDesk {

    private static final int MOST_BROKEN = 100;

    private final JdbcAuditLog log;
    private final JdbcTransactions transactions;

    AuditReading(JdbcAuditLog log, JdbcTransactions transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    @Override
    public AuditState read(@Nullable Integer year, Consumer<AuditEntry> each) {
        Chains chains = new Chains();
        transactions.inSnapshot(connection -> {
            try (Stream<AuditEntry> entries = log.entries(year)) {
                for (Iterator<AuditEntry> all = entries.iterator(); all.hasNext(); ) {
                    AuditEntry entry = all.next();
                    chains.add(entry);
                    each.accept(entry);
                }
            }
        });
        return chains.state();
    }

    /** The chains of the years, one after another. */
    private static final class Chains {

        private final List<AuditEntry> last = new ArrayList<>();
        private final List<AuditEntry> broken = new ArrayList<>();
        private long entries;
        private @Nullable AuditEntry former;

        void add(AuditEntry entry) {
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

        AuditState state() {
            if (former != null) {
                last.add(former);
                former = null;
            }
            return new AuditState(entries, last, broken);
        }
    }
}
