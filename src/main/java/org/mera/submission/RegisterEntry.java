package org.mera.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.csv.Problem;

/**
 * A line of the register of companies, as it was read.
 *
 * @param participation null where missing or unknown
 * @param problems      what is wrong with the line (incomplete-company, wrong-field-count); duplicates are found when all lines are known
 */
public record RegisterEntry(
        String id,
        String name,
        String industry,
        String region,
        @Nullable Participation participation,
        String file,
        int line,
        List<Problem> problems) {

    public RegisterEntry {
        problems = List.copyOf(problems);
    }

    /** {@return the company} Empty where the line is incomplete. */
    public Optional<Company> company() {
        return name.isEmpty() || participation == null
                ? Optional.empty()
                : Optional.of(new Company(id, name, industry, region, participation));
    }
}
