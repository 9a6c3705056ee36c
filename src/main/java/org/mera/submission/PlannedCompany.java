package org.mera.submission;

import java.util.List;

/**
 * A company that is to be assessed, with all that the inbox holds of it.
 *
 * @param fingerprint   of all that a check of it reads
 * @param rejectedFiles the rejected files that mention it, by name
 */
public record PlannedCompany(CompanyFile file, byte[] fingerprint, List<String> rejectedFiles) {

    public PlannedCompany {
        rejectedFiles = List.copyOf(rejectedFiles);
    }
}
