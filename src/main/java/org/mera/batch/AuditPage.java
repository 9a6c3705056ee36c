package org.mera.batch;

import java.util.List;
import org.mera.audit.AuditEntry;

/**
 * Some entries of the audit log, the newest first.
 *
 * @param total how many fit what was asked for
 * @param acts  the words of all acts there are
 * @param years that have an entry, the newest first; 0 stands for the home
 */
public record AuditPage(List<AuditEntry> entries, long total, List<String> acts, List<Integer> years) {

    public AuditPage {
        entries = List.copyOf(entries);
        acts = List.copyOf(acts);
        years = List.copyOf(years);
    }
}
