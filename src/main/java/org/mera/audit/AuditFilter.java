package org.mera.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are asked for.
 *
 * @param year  null: of all years and of the home; 0: of the home
 * @param who   a part of who did it, in any case of Latin letters; empty: anybody
 * @param act   a word; empty: any
 * @param from  null: from the beginning
 * @param until exclusive; null: up to now
 */
public record AuditFilter(
        @Nullable Integer year, String who, String act, @Nullable Instant from, @Nullable Instant until) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, "", "", null, null);
}
