package org.mera.submission;

import java.util.List;

/**
 * All that the inbox holds of one company.
 *
 * @param entries its lines of the register: none for an unknown company, two or more for a duplicate one; by file (code points) and line
 * @param parts   its records, those of each form by file (code points) and ordinal
 */
public record CompanyFile(String company, List<RegisterEntry> entries, List<Part> parts) {

    public CompanyFile {
        entries = List.copyOf(entries);
        parts = List.copyOf(parts);
    }
}
