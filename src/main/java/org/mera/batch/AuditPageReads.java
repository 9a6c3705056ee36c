package org.mera.batch;

import org.mera.audit.AuditFilter;
import org.mera.audit.JdbcAuditPages;
import org.springframework.stereotype.Component;

/** Looks through the audit log in one snapshot. */
@Component
class AuditPageReads implements AuditPages {

    private final JdbcAuditPages log;
    private final JdbcTransactions transactions;

    AuditPageReads(JdbcAuditPages log, JdbcTransactions transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    @Override
    public AuditPage page(AuditFilter filter, long offset, int limit) {
        return transactions.reading(
                () -> new AuditPage(log.page(filter, offset, limit), log.count(filter), log.acts(), log.years()));
    }
}
