package org.mera.batch;

import org.mera.audit.AuditFilter;

/** Where the audit log is looked through, without asking whether it is whole: that takes reading all of it, see {@link AuditDesk}. */
public interface AuditPages {

    /** {@return some entries, the newest first} */
    AuditPage page(AuditFilter filter, long offset, int limit);
}
