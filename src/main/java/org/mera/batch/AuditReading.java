package org.mera.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditChains;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditState;
import org.mera.audit.JdbcAuditLog;
import org.mera.audit.MissingEntry;
import org.mera.committee.JdbcMissingEntries;
import org.springframework.stereotype.Component;

/** Reads the audit log, each year's chain from its beginning. */
@Component
class AuditReading implements AuditDesk {

    private final JdbcAuditLog log;
    private final JdbcMissingEntries missing;
    private final JdbcTransactions transactions;

    AuditReading(JdbcAuditLog log, JdbcMissingEntries missing, JdbcTransactions transactions) {
        this.log = log;
        this.missing = missing;
        this.transactions = transactions;
    }

    @Override
    public AuditState read(@Nullable Integer year, Consumer<AuditEntry> each) {
        AuditChains chains = new AuditChains();
        List<MissingEntry> lacking = new ArrayList<>();
        transactions.inSnapshot(connection -> {
            lacking.addAll(missing.of(year));
            try (Stream<AuditEntry> entries = log.entries(year)) {
                for (Iterator<AuditEntry> all = entries.iterator(); all.hasNext(); ) {
                    AuditEntry entry = all.next();
                    chains.add(entry);
                    each.accept(entry);
                }
            }
        });
        return chains.state().lacking(lacking);
    }
}
