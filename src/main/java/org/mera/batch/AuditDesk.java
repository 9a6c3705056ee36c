package org.mera.batch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mera.audit.AuditEntry;
import org.mera.audit.AuditState;

/** Where the audit log is read. */
public interface AuditDesk {

    /**
     * Tells the entries, by year and number, and checks that they are a chain. {@return what the chain is like}
     *
     * @param year whose; null: of all years and of the home
     */
    AuditState read(@Nullable Integer year, Consumer<AuditEntry> each);
}
